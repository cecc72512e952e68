import { isExpired } from '../../../nodes/shared/speech/expiry';
import { checkUsable } from '../../../nodes/shared/speech/usableModel';
import { baseModel, customModel, NOW } from '../entities';
import { HOLES, inputErrorOf } from '../failures';

describe('a model', () => {
	it.each([
		['trained', {}],
		['without a last day', { usableUntil: null }],
		['on its last moment but one', { usableUntil: '2026-11-01T12:00:00.001Z' }],
		['without a status', { status: undefined }],
	])('%s is usable', (_what, changes) => {
		expect(() => {
			checkUsable(customModel(changes), 'Model', NOW);
		}).not.toThrow();
	});

	it.each([
		['in training', { status: 'Running' }, /not ready: its status is Running/],
		['of a status from the future', { status: 'Pondering' }, /not ready: its status is Pondering/],
		['that failed', { status: 'Failed' }, /its training failed: the service gave no reason/],
		['on its last moment', { usableUntil: '2026-11-01T12:00:00Z' }, /expired on 2026-11-01/],
	])('%s is not', (_what, changes, message) => {
		const error = inputErrorOf(() => {
			checkUsable(customModel(changes), 'Model', NOW);
		});
		expect(error.message).toMatch(message);
		expect(error.message).toContain("'Retail en-US' in 'Model'");
		expect(`${error.message} ${error.advice}`).not.toMatch(HOLES);
	});

	it.each([
		[
			'that has expired',
			{ properties: { deprecationDates: { transcriptionDateTime: '2026-10-15T00:00:00Z' } } },
			/expired on 2026-10-15/,
			/newer base model/,
		],
		['that failed', { status: 'Failed' }, /its status is Failed/, /another base model/],
	])('of Microsoft %s is not told to be trained again', (_what, changes, message, advice) => {
		const error = inputErrorOf(() => {
			checkUsable(baseModel(changes), 'Model', NOW);
		});
		expect(error.message).toMatch(message);
		expect(error.advice).toMatch(advice);
	});

	it('without a last day has not expired', () => {
		expect(isExpired(customModel({ usableUntil: null }), NOW)).toBe(false);
	});
});
