import { checkEndpoints, checkModels } from '../../../nodes/CheckExpiration/checkExpiration';
import { findingSummary } from '../../../nodes/CheckExpiration/explainFinding';
import { baseModel, customModel, endpoint, reference, uuid } from '../entities';
import { EXPIRING, inventory, MOMENT, VALID } from './lists';

// The contract requires few fields, so each of these may come without the rest.
const SPARSE = [undefined, {}, { deprecationDates: undefined }, { features: undefined }];

describe('what the service leaves out', () => {
	it.each(SPARSE)('leaves a model and an endpoint on a base model undated: %j', (properties) => {
		const all = inventory({
			models: [customModel({ properties })],
			bases: [baseModel({ number: 2, properties })],
			endpoints: [endpoint({ model: reference('baseModels', 2) })],
		});
		for (const { expiry } of [...checkModels(all, MOMENT), ...checkEndpoints(all, MOMENT)]) {
			expect(expiry).toMatchObject({ state: 'unknown', expiresAt: null, daysLeft: null });
		}
	});

	it.each(SPARSE)('leaves a retrained model undated, which still takes over: %j', (properties) => {
		const old = customModel({ usableUntil: EXPIRING });
		const heir = customModel({
			number: 2,
			displayName: 'Retail next',
			properties,
			customProperties: { n8nRetrainedFrom: uuid(1) },
		});
		const [finding] = checkModels(inventory({ models: [old, heir] }), MOMENT);
		expect(finding).toMatchObject({ successor: heir, needsRetraining: false });
	});

	it('leaves a base model without kinds of data among those to train from', () => {
		const trainable = { adaptationDateTime: VALID, transcriptionDateTime: VALID };
		for (const features of [undefined, {}]) {
			const newer = baseModel({
				number: 3,
				createdDateTime: '2026-10-30',
				properties: { deprecationDates: trainable, features },
			});
			const all = inventory({ models: [customModel({ usableUntil: EXPIRING })], bases: [newer] });
			expect(checkModels(all, MOMENT)[0].newerBase).toBe(newer);
		}
	});

	it('leaves a model without a base, judged by its own date', () => {
		const model = customModel({ usableUntil: EXPIRING, baseModel: undefined });
		const newer = baseModel({ number: 3, createdDateTime: '2026-10-30' });
		const [finding] = checkModels(inventory({ models: [model], bases: [newer] }), MOMENT);
		expect(finding.newerBase).toBe(newer);
	});

	it('leaves an endpoint without a model, and nothing newer is looked for', () => {
		const bases = [baseModel({ number: 3, createdDateTime: '2026-10-30' })];
		const endpoints = [endpoint({ model: undefined })];
		const [finding] = checkEndpoints(inventory({ endpoints, bases }), MOMENT);
		expect(finding).toMatchObject({
			model: null,
			newerBase: null,
			rejectedBases: [],
			needsAction: false,
		});
	});

	it('leaves an endpoint without a locale, and nothing newer is known for it', () => {
		const own = baseModel({ number: 2, createdDateTime: '2025-01-01' });
		const all = inventory({
			endpoints: [
				endpoint({ model: reference('baseModels', 2), locale: undefined as unknown as string }),
			],
			bases: [own, baseModel({ number: 3 })],
		});
		const [finding] = checkEndpoints(all, MOMENT);
		expect(finding).toMatchObject({ servedBase: own, newerBase: null, rejectedBases: [] });
	});
});

describe('the sentence about an endpoint', () => {
	it('names the base model it is set to, when the service lists it', () => {
		const all = inventory({
			endpoints: [
				endpoint({ number: 1, model: reference('baseModels', 2) }),
				endpoint({ number: 2, model: reference('baseModels', 9) }),
			],
			bases: [baseModel({ number: 2, displayName: '20260401' })],
		});
		const [listed, unlisted] = checkEndpoints(all, MOMENT).map(findingSummary);
		expect(listed).toMatch(/^Endpoint 'Retail live' \(en-US\) with base model '20260401' /);
		expect(unlisted).toMatch(/^Endpoint 'Retail live' \(en-US\) (?!with)/);
	});

	it('says that a base model without an end never expires', () => {
		const properties = { deprecationDates: { transcriptionDateTime: '9999-12-31T00:00:00Z' } };
		const all = inventory({
			endpoints: [endpoint({ model: reference('baseModels', 2) })],
			bases: [baseModel({ number: 2, properties })],
		});
		expect(findingSummary(checkEndpoints(all, MOMENT)[0])).toMatch(/ never expires/);
	});
});
