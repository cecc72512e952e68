import { checkModels } from '../../../nodes/CheckExpiration/checkExpiration';
import { findingSummary } from '../../../nodes/CheckExpiration/explainFinding';
import type { Lists } from '../../../nodes/CheckExpiration/inventory';
import type { CustomModel } from '../../../nodes/shared/speech/entities';
import { customModel, endpoint, uuid } from '../entities';
import { EXPIRED, EXPIRING, MOMENT, VALID, checkOne, inventory } from './lists';

describe('a model that was retrained', () => {
	const old = customModel({ number: 1, usableUntil: EXPIRING });
	const successor = (changes: Parameters<typeof customModel>[0] = {}) =>
		customModel({
			number: 2,
			displayName: 'Retail 2026',
			customProperties: { n8nRetrainedFrom: uuid(1) },
			...changes,
		});
	const check = (next: CustomModel, changes: Partial<Lists> = {}) =>
		checkOne(old, { models: [old, next], ...changes });

	it('does not need it again once nothing uses it', () => {
		const finding = check(successor());
		expect(finding.needsRetraining).toBe(false);
		expect(finding.successor?.displayName).toBe('Retail 2026');
		expect(finding.reason).toContain("'Retail 2026'");
	});

	it('does not need it again while its successor is in training', () => {
		const finding = check(successor({ status: 'Running', usableUntil: null }));
		expect(finding.needsRetraining).toBe(false);
	});

	it('needs a change as long as an endpoint uses it', () => {
		const finding = check(successor(), { endpoints: [endpoint()] });
		expect(finding.needsRetraining).toBe(true);
		expect(finding.successor?.displayName).toBe('Retail 2026');
	});

	it.each<[string, Parameters<typeof customModel>[0], number, string]>([
		[
			'to deploy the new one',
			{},
			1,
			"It was already retrained as 'Retail 2026'; use Deploy Model to switch the endpoint to that model.",
		],
		[
			'to deploy the new one to all',
			{},
			2,
			"It was already retrained as 'Retail 2026'; use Deploy Model to switch the endpoints to that model.",
		],
		[
			'nothing more while the new one is in training',
			{ status: 'Running', usableUntil: null },
			1,
			"It is being retrained as 'Retail 2026'.",
		],
	])('tells a person who uses it still %s', (_what, changes, users, sentence) => {
		const endpoints = Array.from({ length: users }, (_one, index) =>
			endpoint({ number: index + 1 }),
		);
		const summary = findingSummary(check(successor(changes), { endpoints }));
		expect(summary.replace(/^.* uses? it\. /, '')).toBe(sentence);
	});

	it.each<[string, CustomModel]>([
		['failed', successor({ status: 'Failed' })],
		['has expired', successor({ usableUntil: EXPIRED })],
		['belongs to another model', successor({ customProperties: { n8nRetrainedFrom: uuid(9) } })],
		['says nothing about it', successor({ customProperties: {} })],
	])('needs it again when the other one %s', (_name, next) => {
		const finding = check(next);
		expect(finding.needsRetraining).toBe(true);
		expect(finding.successor).toBeNull();
	});

	it('names the newest of several successors', () => {
		const first = successor({ number: 2, createdDateTime: '2026-09-01T00:00:00Z' });
		const second = successor({ number: 3, createdDateTime: '2026-10-01T00:00:00Z' });
		for (const models of [
			[old, first, second],
			[second, first, old],
		]) {
			const findings = checkModels(inventory({ models }), MOMENT);
			expect(findings.find(({ model }) => model === old)?.successor).toBe(second);
		}
	});

	it('does not need it again when its successor was retrained in turn', () => {
		const expiring = successor({ usableUntil: EXPIRING });
		const latest = customModel({
			number: 3,
			displayName: 'Retail 2028',
			customProperties: { n8nRetrainedFrom: uuid(2) },
		});
		const finding = checkOne(old, { models: [old, expiring, latest] });
		expect(finding).toMatchObject({
			needsRetraining: false,
			successor: { displayName: 'Retail 2028' },
		});
	});

	it.each([
		['expiring', EXPIRING, true],
		['valid', VALID, false],
		['without a date', null, true],
	])(
		'is not its own successor when the lineage runs in a circle and it is %s',
		(_state, usableUntil, needsRetraining) => {
			const circular = customModel({
				number: 1,
				usableUntil,
				customProperties: { n8nRetrainedFrom: uuid(2) },
			});
			const other = successor({ usableUntil: EXPIRING });
			const finding = checkOne(circular, { models: [circular, other] });
			expect(finding).toMatchObject({ needsRetraining, successor: null });
		},
	);

	it('is not its own successor when it names itself', () => {
		const own = customModel({
			usableUntil: null,
			customProperties: { n8nRetrainedFrom: uuid(1) },
		});
		expect(checkOne(own)).toMatchObject({ needsRetraining: true, successor: null });
	});

	it('gives no reason for a valid one, which needs nothing anyway', () => {
		const valid = customModel({ number: 1 });
		const finding = checkOne(valid, { models: [valid, successor()] });
		expect(finding).toMatchObject({ needsRetraining: false, reason: null });
	});
});
