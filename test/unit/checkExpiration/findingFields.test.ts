import { checkEndpoints, checkModels } from '../../../nodes/CheckExpiration/checkExpiration';
import { findingFields } from '../../../nodes/CheckExpiration/findingFields';
import type { Lists } from '../../../nodes/CheckExpiration/inventory';
import { reportFields } from '../../../nodes/CheckExpiration/report/reportFields';
import { baseModel, customModel, endpoint, NOW, reference, uuid } from '../entities';
import { EXPIRING, inventory, MOMENT } from './lists';

const SIMPLE = { simplify: true };
const ofModel = (lists: Partial<Lists> = {}) =>
	checkModels(inventory({ models: [customModel({ usableUntil: EXPIRING })], ...lists }), MOMENT)[0];
const ofEndpoint = (lists: Partial<Lists>) =>
	checkEndpoints(inventory({ endpoints: [endpoint()], ...lists }), MOMENT)[0];
const bases = [
	baseModel({ number: 1, createdDateTime: '2025-09-12' }),
	baseModel({ number: 2, displayName: 'Newer', createdDateTime: '2026-05-01' }),
	baseModel({ number: 3, displayName: 'Batch', createdDateTime: '2026-06-01', endpoints: false }),
];

describe('what an item holds of a checked model', () => {
	it('is the sentence on it, when it expires, and the model in short', () => {
		const fields = findingFields(ofModel(), SIMPLE, 0);
		expect(fields).toMatchObject({
			summary: "Model 'Retail en-US' (en-US) expires on 2026-12-15, in 43 days.",
			expiration: {
				state: 'expiring',
				expiresAt: EXPIRING,
				daysLeft: 43,
				endpoints: [],
				usesBaseModel: false,
				newerBaseModelAvailable: false,
				newerBaseModelId: null,
				newerBaseModelName: null,
				rejectedBaseModels: [],
				servedBaseModelId: null,
				retrainedAsModelId: null,
				reason: null,
				withoutProject: 0,
			},
			model: { id: uuid(1), displayName: 'Retail en-US' },
		});
		expect(fields).not.toHaveProperty('endpoint');
	});

	it('names its endpoints, the newer base model, and those passed over, by id and name', () => {
		const { expiration } = findingFields(ofModel({ endpoints: [endpoint()], bases }), SIMPLE, 0);
		expect(expiration).toMatchObject({
			endpoints: [{ id: uuid(1), displayName: 'Retail live' }],
			newerBaseModelAvailable: true,
			newerBaseModelId: uuid(2),
			newerBaseModelName: 'Newer',
			rejectedBaseModels: [
				{ id: uuid(3), displayName: 'Batch', reason: expect.stringMatching(/^it is for batch/) },
			],
		});
	});

	it('names the model that has taken over', () => {
		const next = customModel({ number: 2, customProperties: { n8nRetrainedFrom: uuid(1) } });
		const models = [customModel({ usableUntil: EXPIRING }), next];
		expect(findingFields(ofModel({ models }), SIMPLE, 0).expiration).toMatchObject({
			retrainedAsModelId: uuid(2),
			reason: "it was retrained as 'Retail en-US'",
		});
	});

	it('says how many were left out, since they name no project', () => {
		const fields = findingFields(ofModel(), SIMPLE, 2);
		expect(fields.summary).toMatch(/in 43 days\. 2 models and endpoints were omitted/);
		expect(fields.expiration).toMatchObject({ withoutProject: 2 });
	});

	it('is the model as sent when it is not simplified', () => {
		const { model } = findingFields(ofModel(), { simplify: false }, 0);
		expect(model).toMatchObject({
			self: customModel().self,
			baseModel: reference('baseModels', 1),
		});
		expect(model).not.toHaveProperty('id');
	});
});

describe('what an item holds of a checked endpoint', () => {
	it('is the endpoint and its model', () => {
		expect(findingFields(ofEndpoint({ models: [customModel()] }), SIMPLE, 0)).toMatchObject({
			model: { id: uuid(1), displayName: 'Retail en-US' },
			endpoint: { id: uuid(1), displayName: 'Retail live' },
		});
	});

	it('is the base model it serves by its id, and no model', () => {
		const onBase = { endpoints: [endpoint({ model: reference('baseModels', 1) })], bases };
		const fields = findingFields(ofEndpoint(onBase), SIMPLE, 0);
		expect(fields).toMatchObject({ model: null, expiration: { servedBaseModelId: uuid(1) } });
	});

	it('is the endpoint as sent when it is not simplified', () => {
		const fields = findingFields(ofEndpoint({}), { simplify: false }, 0);
		expect(fields.endpoint).toMatchObject({
			self: endpoint().self,
			model: reference('models', 1),
		});
		expect(fields.endpoint).not.toHaveProperty('id');
	});
});

describe('what an item holds of a report', () => {
	const narrowed = (withoutProject: number) => ({ findings: [ofModel()], withoutProject });

	it('is its counts, its page and its sentence', () => {
		expect(reportFields(narrowed(0), NOW)).toEqual({
			report: {
				checked: 1,
				expired: 0,
				expiring: 1,
				unknown: 0,
				valid: 0,
				withoutProject: 0,
				html: expect.stringMatching(/^<!doctype html>[^]*Retail en-US/),
			},
			summary: '1 of 1 needs retraining.',
		});
	});

	it('says on its page and in its sentence how many were left out', () => {
		const omitted = '1 model or endpoint was omitted because it has no project.';
		expect(reportFields(narrowed(1), NOW)).toMatchObject({
			report: { withoutProject: 1, html: expect.stringContaining(omitted) },
			summary: `1 of 1 needs retraining. ${omitted}`,
		});
	});
});
