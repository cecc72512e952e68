import type { DeploymentMemo } from '../../../nodes/DeployModel/change/deploymentMemo';
import {
	failureMark,
	isUnderWay,
	isYetToShow,
} from '../../../nodes/DeployModel/change/shownChange';
import { endpoint, NOW, reference } from '../entities';
import { changeMemo } from './changeMemo';

const SECOND = 1_000;
const showing = (number: number, status: string, lastActionDateTime = '2026-11-01T11:00:00Z') =>
	endpoint({ model: reference('models', number), status, lastActionDateTime });

/** The same change being taken back. */
const changeBack = (): DeploymentMemo => ({
	...changeMemo,
	failedBecause: 'No capacity',
	failureBefore: failureMark(showing(2, 'Failed')),
});
const change = () => changeMemo;

describe('the failure of an endpoint', () => {
	it('is told from one of another model, and from a later one', () => {
		const failures = [
			showing(2, 'Failed'),
			showing(1, 'Failed'),
			showing(2, 'Failed', '2026-11-01T12:00:01Z'),
			endpoint({ model: undefined, status: 'Failed' }),
		];
		expect(new Set(failures.map(failureMark)).size).toBe(failures.length);
		expect(failureMark(showing(2, 'Failed'))).toBe(failureMark(showing(2, 'Failed')));
	});

	it.each(['Running', 'Succeeded'])('is none while it is %s', (status) => {
		expect(failureMark(showing(2, status))).toBeNull();
	});
});

describe('an endpoint at rest after a change', () => {
	it.each([
		['succeeded with the model before', change, showing(1, 'Succeeded'), true],
		['succeeded with the new model', change, showing(2, 'Succeeded'), false],
		['failed with the new model', change, showing(2, 'Failed'), false],
		['failed with the model before', change, showing(1, 'Failed'), false],
		['failed as before it was set back', changeBack, showing(2, 'Failed'), true],
		['failed anew, set back', changeBack, showing(1, 'Failed'), false],
		[
			'failed anew, at a later time',
			changeBack,
			showing(2, 'Failed', '2026-11-01T12:00:01Z'),
			false,
		],
		['succeeded, set back', changeBack, showing(1, 'Succeeded'), false],
		['succeeded with the model that failed', changeBack, showing(2, 'Succeeded'), true],
	])('that %s is yet to show it: %s', (_what, memo, seen, expected) => {
		expect(isYetToShow(seen, memo(), NOW + SECOND)).toBe(expected);
	});

	it.each([
		[0, true],
		[59 * SECOND, true],
		[60 * SECOND, false],
	])('is believed after a minute, not sooner: %i ms', (after, expected) => {
		expect(isYetToShow(showing(1, 'Succeeded'), changeMemo, NOW + after)).toBe(expected);
	});

	it('is believed in a wait that was stored before the time was kept', () => {
		const stored = { ...changeMemo, begunAt: undefined } as unknown as DeploymentMemo;
		expect(isYetToShow(showing(1, 'Succeeded'), stored, NOW)).toBe(false);
	});
});

describe('an endpoint on its way to a model', () => {
	it.each([
		['Running', 2, true],
		['NotStarted', 2, true],
		['Succeeded', 2, false],
		['Failed', 2, false],
		['Running', 1, false],
	])('is %s with model %i: %s', (status, number, expected) => {
		expect(isUnderWay(showing(number, status), changeMemo.model)).toBe(expected);
	});
});
