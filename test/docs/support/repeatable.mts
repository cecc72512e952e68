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
];

/** How many the seeds of the emulator made once; they have IDs of their own, so that more of them shift nothing. */
const BEFORE = 35;
let made = BEFORE;

/**
 * Makes everything that is documented come out the same at every run. The time of this process stands still; it goes
 * on when a node sleeps, by as much, and when a test says so. What the emulator makes has counted IDs. To be called
 * before the nodes and the emulator are loaded.
 */
function makeRepeatable() {
	jest.useFakeTimers({ now: new Date(START), doNotFake: ALL_BUT_DATE });
	jest.spyOn(Math, 'random').mockReturnValue(0.5);
	jest.doMock('n8n-workflow', () => ({
		...jest.requireActual('n8n-workflow'),
		sleep: async (milliseconds) => void jest.setSystemTime(Date.now() + milliseconds),
	}));
	jest.doMock('../../../emulator/store/newRecord.mts', () => {
		const { newRecord } = jest.requireActual('../../../emulator/store/newRecord.mts');
		const named = (given) => (given?.id ? given : { id: idOf(++made), ...given });
		return { newRecord: (at, given) => newRecord(at, named(given)) };
	});
}

const idOf = (/** @type {number} */ number: number) =>
	`1b2c3d4e-0000-4000-8000-${String(number).padStart(12, '0')}`;

/** Goes back to where everything began. */
function beginAnew() {
	jest.setSystemTime(new Date(START));
	made = BEFORE;
}

/** @param {Date} instant */
const moveClockTo = (instant: Date) => jest.setSystemTime(instant);

export { makeRepeatable, beginAnew, moveClockTo };
