import { checkEndpoints } from '../../../nodes/CheckExpiration/checkExpiration';
import type { Lists } from '../../../nodes/CheckExpiration/inventory';
import { baseModel, customModel, endpoint, reference, uuid } from '../entities';
import { EXPIRED, EXPIRING, MOMENT, VALID, inventory } from './lists';

describe('a checked endpoint', () => {
	const check = (changes: Partial<Lists>) =>
		checkEndpoints(inventory({ endpoints: [endpoint()], ...changes }), MOMENT)[0];

	it.each([
		['valid', VALID, false, false],
		['expiring', EXPIRING, true, false],
		['expired', EXPIRED, true, true],
		['of no known date', null, true, false],
	])('with a model that is %s', (_name, usableUntil, needsRetraining, fallsBack) => {
		const finding = check({ models: [customModel({ usableUntil })] });
		expect(finding.model?.displayName).toBe('Retail en-US');
		expect(finding.endpoint?.displayName).toBe('Retail live');
		expect(finding).toMatchObject({ needsRetraining, fallsBack });
	});

	it.each([VALID, EXPIRED])('on a base model until %s has nothing to retrain', (last) => {
		const base = baseModel({
			number: 1,
			properties: { deprecationDates: { transcriptionDateTime: last } },
		});
		const finding = check({
			endpoints: [endpoint({ model: reference('baseModels', 1) })],
			bases: [base],
		});
		expect(finding).toMatchObject({ model: null, needsRetraining: false, fallsBack: false });
		expect(finding.servedBase).toBe(base);
		expect(finding.expiry.expiresAt).toBe(last);
		expect(finding.reason).toMatch(/base model/);
	});

	it('on a base model the list does not show any more has nothing to retrain', () => {
		const finding = check({ endpoints: [endpoint({ model: reference('baseModels', 9) })] });
		expect(finding).toMatchObject({ model: null, servedBase: null, needsRetraining: false });
	});

	it('whose model is missing has nothing to retrain, and says so', () => {
		const finding = check({ models: [customModel({ number: 2 })] });
		expect(finding).toMatchObject({ model: null, servedBase: null, needsRetraining: false });
		expect(finding.expiry.state).toBe('unknown');
		expect(finding.reason).toMatch(/not in the resource/);
	});

	it('still needs a change when its model was retrained but it serves the old one', () => {
		const old = customModel({ number: 1, usableUntil: EXPIRING });
		const next = customModel({ number: 2, customProperties: { n8nRetrainedFrom: uuid(1) } });
		expect(check({ models: [old, next] }).needsRetraining).toBe(true);
	});

	it('is checked one by one with the others', () => {
		const endpoints = [endpoint({ number: 1 }), endpoint({ number: 2 })];
		const findings = checkEndpoints(inventory({ endpoints, models: [customModel()] }), MOMENT);
		expect(findings.map((finding) => finding.endpoint)).toEqual(endpoints);
	});
});
