import type * as newRecords from '../../../emulator/domain/store/newRecord.mts';
import type * as within from '../../../nodes/shared/api/withinTime';

type WithinTime = typeof within;
type NewRecord = typeof newRecords;

/** A Monday at six, when the schedules of the templates fire. */
const START = '2026-11-02T06:00:00Z';

const ALL_BUT_DATE = [
	'clearImmediate',
	'clearInterval',
	'clearTimeout',
	'hrtime',
	'nextTick',
	'performance',
	'queueMicrotask',
	'setImmediate',
	'setInterval',
	'setTimeout',
] as const;

/** How many the seeds of the emulator made once; they have IDs of their own, so that more of them shift nothing. */
const BEFORE = 35;
let made = BEFORE;

/**
 * Makes everything that is documented come out the same at every run. The time of this process stands still; it goes
 * on when a node sleeps, by as much, and when a test says so. What the emulator makes has counted IDs. To be called
 * before the nodes and the emulator are loaded.
 */
export function makeRepeatable() {
	jest.useFakeTimers({ now: new Date(START), doNotFake: [...ALL_BUT_DATE] });
	jest.spyOn(Math, 'random').mockReturnValue(0.5);
	jest.doMock('n8n-workflow', () => ({
		...jest.requireActual<object>('n8n-workflow'),
		sleep: (milliseconds: number) => {
			jest.setSystemTime(Date.now() + milliseconds);
			return Promise.resolve();
		},
	}));
	// An answer takes real time, in which the clock of the nodes must not run out.
	jest.doMock('../../../nodes/shared/api/withinTime', () => ({
		...jest.requireActual<WithinTime>('../../../nodes/shared/api/withinTime'),
		withinTime: async (...[, , task]: Parameters<WithinTime['withinTime']>) =>
			await task(new AbortController().signal),
	}));
	jest.doMock('../../../emulator/domain/store/newRecord.mts', () => {
		const { newRecord } = jest.requireActual<NewRecord>(
			'../../../emulator/domain/store/newRecord.mts',
		);
		return {
			newRecord: (at: number, facts: { id?: string }) =>
				newRecord(at, facts.id === undefined ? { ...facts, id: idOf(++made) } : facts),
		};
	});
}

const idOf = (number: number) => `1b2c3d4e-0000-4000-8000-${String(number).padStart(12, '0')}`;

/** Goes back to where everything began. */
export function beginAnew() {
	jest.setSystemTime(new Date(START));
	made = BEFORE;
}

export const moveClockTo = (instant: Date) => {
	jest.setSystemTime(instant);
};
