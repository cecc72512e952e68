import { checkEndpoints, checkModels } from '../../../nodes/CheckExpiration/checkExpiration';
import { baseModel, customModel, endpoint, reference } from '../entities';
import { EXPIRED, EXPIRING, MOMENT, VALID, checkOne, inventory } from './lists';

describe('a checked model', () => {
	it.each([
		['valid', VALID, 'valid', false],
		['expiring', EXPIRING, 'expiring', true],
		['expiring from exactly the day of the warning', '2026-12-31T12:00:00Z', 'expiring', true],
		['valid a moment before the warning', '2026-12-31T12:00:00.001Z', 'valid', false],
		['expired', EXPIRED, 'expired', true],
		['expired at this very moment', '2026-11-01T12:00:00Z', 'expired', true],
		['without a date', null, 'unknown', true],
		['with an unreadable date', 'soon', 'unknown', true],
	])('that is %s', (_name, usableUntil, state, needsRetraining) => {
		const finding = checkOne(customModel({ usableUntil }));
		expect(finding.expiry.state).toBe(state);
		expect(finding.needsRetraining).toBe(needsRetraining);
	});

	it('without a date says that this is the reason', () => {
		expect(checkOne(customModel({ usableUntil: null })).reason).toMatch(/no expiration date/);
	});

	it.each([VALID, EXPIRING, EXPIRED])(
		'that ends at %s has its dates as the only reason',
		(date) => {
			expect(checkOne(customModel({ usableUntil: date })).reason).toBeNull();
		},
	);

	it.each(['NotStarted', 'Running', 'Failed'])(
		'of status %s does not need retraining, and says why',
		(status) => {
			for (const usableUntil of [null, EXPIRED, EXPIRING]) {
				const finding = checkOne(customModel({ status, usableUntil }));
				expect(finding.needsRetraining).toBe(false);
				expect(finding.reason).toContain(status);
			}
		},
	);

	it('of a status nobody knows needs retraining once it expires', () => {
		const finding = checkOne(customModel({ status: 'Deprecated', usableUntil: EXPIRED }));
		expect(finding.needsRetraining).toBe(true);
	});

	it('counts as trained when the service leaves out its status', () => {
		const finding = checkOne(customModel({ status: undefined, usableUntil: EXPIRED }));
		expect(finding.needsRetraining).toBe(true);
	});
});

describe('the endpoints of a model', () => {
	const live = endpoint({ number: 1 });
	const spare = endpoint({ number: 2 });
	const other = endpoint({ number: 3, model: reference('models', 2) });
	const homeless = endpoint({ number: 4, model: undefined });
	const endpoints = [live, other, spare, homeless];

	it('are those that serve it', () => {
		expect(checkOne(customModel(), { endpoints }).usedBy).toEqual([live, spare]);
		expect(checkOne(customModel({ number: 5 }), { endpoints }).usedBy).toEqual([]);
	});

	it.each([
		['expired and used', EXPIRED, [live], true],
		['expired and not used', EXPIRED, [other], false],
		['expiring and used', EXPIRING, [live], false],
		['valid and used', VALID, [live], false],
		['of no known date and used', null, [live], false],
	])(
		'answer with the base model only once it is expired: %s',
		(_name, usableUntil, users, usesBaseModel) => {
			const finding = checkOne(customModel({ usableUntil }), { endpoints: users });
			expect(finding.usesBaseModel).toBe(usesBaseModel);
		},
	);
});

describe('a check', () => {
	it('finds nothing in an empty resource', () => {
		expect(checkModels(inventory({}), MOMENT)).toEqual([]);
		expect(checkEndpoints(inventory({}), MOMENT)).toEqual([]);
	});

	it('changes nothing it was given', () => {
		const all = inventory({
			models: [customModel({ number: 2 }), customModel({ number: 1, usableUntil: EXPIRED })],
			endpoints: [endpoint()],
			bases: [baseModel({ number: 1, createdDateTime: '2025-01-01' }), baseModel({ number: 2 })],
		});
		const before = structuredClone(all);
		checkModels(all, MOMENT);
		checkEndpoints(all, MOMENT);
		expect(all).toEqual(before);
	});
});
