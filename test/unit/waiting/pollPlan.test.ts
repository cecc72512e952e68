import { nextPollDelay } from '../../../nodes/shared/waiting/pollPlan';

const SECOND = 1_000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;
const FAR = 365 * 24 * HOUR;
const plan = (changes: Partial<Parameters<typeof nextPollDelay>[0]>, random = 0.5) =>
	nextPollDelay(
		{ waitedMs: 0, leftMs: FAR, requests: 1, retryAfter: 0, checkEverySeconds: null, ...changes },
		random,
	);

describe('the next look', () => {
	it.each([
		['comes after 5 s at first', 0, 5 * SECOND],
		['still comes after 5 s when 50 s have passed', 50 * SECOND, 5 * SECOND],
		['comes after a tenth of the time beyond that', 51 * SECOND, 5.1 * SECOND],
		['comes after 6 s when a minute has passed', MINUTE, 6 * SECOND],
		['comes after 6 min when an hour has passed', HOUR, 6 * MINUTE],
		['comes after 10 min when 100 min have passed', 100 * MINUTE, 10 * MINUTE],
		['comes after 10 min however long it takes', 7 * 24 * HOUR, 10 * MINUTE],
	])('%s', (_name, waitedMs, delay) => {
		expect(plan({ waitedMs })).toBe(delay);
	});

	it.each([
		['20 s at first when a look takes 4 requests', 0, 4, 20 * SECOND],
		['a tenth of the time once that is longer', HOUR, 4, 6 * MINUTE],
		['10 min at the latest, however many requests a look takes', 0, 1_000, 10 * MINUTE],
	])('comes after %s', (_name, waitedMs, requests, delay) => {
		expect(plan({ waitedMs, requests })).toBe(delay);
	});

	it.each([1, 30, 3600])('comes at the fixed interval of %d s, whatever has passed', (seconds) => {
		for (const waitedMs of [0, HOUR, 100 * HOUR]) {
			expect(plan({ waitedMs, checkEverySeconds: seconds })).toBe(seconds * SECOND);
		}
	});

	it('comes at the deadline at the latest', () => {
		expect(plan({ waitedMs: HOUR, leftMs: 6 * MINUTE })).toBe(6 * MINUTE);
		expect(plan({ waitedMs: HOUR, leftMs: 6 * MINUTE - 1 })).toBe(6 * MINUTE - 1);
		expect(plan({ retryAfter: 3600, leftMs: MINUTE })).toBe(MINUTE);
		expect(plan({ checkEverySeconds: 3600, leftMs: MINUTE })).toBe(MINUTE);
	});

	it.each([0, -1, -HOUR])('comes at once when %d ms are left', (leftMs) => {
		expect(plan({ leftMs })).toBe(0);
	});
});

describe('the next look of a stored wait', () => {
	it.each([
		['comes after 90 s at the soonest', 0, null, 90 * SECOND],
		['comes after a tenth of the time as any other', HOUR, null, 6 * MINUTE],
		['comes after 90 s when a shorter interval is fixed', HOUR, 5, 90 * SECOND],
		['comes at a longer fixed interval', HOUR, 300, 300 * SECOND],
	])('%s', (_name, waitedMs, checkEverySeconds, delay) => {
		expect(plan({ waitedMs, checkEverySeconds, stored: true })).toBe(delay);
	});

	it('never comes due within the minute in which n8n searches for it, unless the deadline does', () => {
		for (const random of [0, 0.5, 1]) {
			expect(plan({ stored: true }, random)).toBeGreaterThan(MINUTE);
			expect(plan({ stored: true, checkEverySeconds: 1 }, random)).toBeGreaterThan(MINUTE);
		}
		expect(plan({ stored: true, leftMs: SECOND })).toBe(SECOND);
	});
});

describe('the spread of looks', () => {
	it.each([
		['automatic', { waitedMs: HOUR }],
		['automatic and young', { waitedMs: 0 }],
		['automatic and old', { waitedMs: 100 * HOUR }],
		['fixed', { checkEverySeconds: 30 }],
	])('is a quarter to either side when %s', (_name, wait) => {
		const middle = plan(wait, 0.5);
		expect(plan(wait, 0)).toBe(middle * 0.75);
		expect(plan(wait, 1)).toBe(middle * 1.25);
	});

	it('goes to later only when the service asks for a wait', () => {
		expect(plan({ retryAfter: 60 }, 0)).toBe(60 * SECOND);
		expect(plan({ retryAfter: 60 }, 1)).toBeGreaterThanOrEqual(72 * SECOND);
	});

	it('stays as it is when the service asks for no more than what is planned anyway', () => {
		expect(plan({ checkEverySeconds: 60, retryAfter: 60 }, 0.5)).toBe(60 * SECOND);
	});
});

describe('the looks of 20 executions that begin together', () => {
	it.each([1, 2, 3, 4])(
		'stay within the 100 requests in 10 s that a resource allows when a look takes %d, however chance falls',
		(requests) => {
			let looks = 0;
			for (let waitedMs = 0; waitedMs < 10 * SECOND; looks += 1)
				waitedMs += plan({ waitedMs, requests }, 0);
			expect(20 * looks * requests).toBeLessThanOrEqual(100);
		},
	);
});

describe('every look', () => {
	const waits = [0, 1, 999, 20 * SECOND, 61 * SECOND, HOUR, 100 * MINUTE, 7 * 24 * HOUR];
	const lefts = [0, 1, 1_500, MINUTE, HOUR, FAR];
	const asks = [0, 1, 5, 60, 900, 7200];
	const intervals = [null, 1, 5, 60, 3600];
	const chances = [0, 0.1, 0.3, 0.5, 0.7, 0.9, 0.999_999];
	const all = waits.flatMap((waitedMs) =>
		lefts.flatMap((leftMs) =>
			asks.flatMap((retryAfter) =>
				intervals.flatMap((checkEverySeconds) =>
					chances.map((random) => ({
						waitedMs,
						leftMs,
						requests: 1,
						retryAfter,
						checkEverySeconds,
						random,
					})),
				),
			),
		),
	);
	const offenders = (isBad: (look: (typeof all)[number], delay: number) => boolean) =>
		all.filter((look) => isBad(look, nextPollDelay(look, look.random))).slice(0, 3);

	it('is a whole number of milliseconds, none of them negative', () => {
		expect(offenders((_look, delay) => !Number.isInteger(delay) || delay < 0)).toEqual([]);
	});

	it('comes no later than the deadline', () => {
		expect(offenders(({ leftMs }, delay) => delay > leftMs)).toEqual([]);
	});

	it('comes no sooner than the service asks, unless the deadline does', () => {
		const tooSoon = offenders(
			({ leftMs, retryAfter }, delay) => delay < Math.min(retryAfter * SECOND, leftMs),
		);
		expect(tooSoon).toEqual([]);
	});

	it('comes later than 3 s, unless a fixed interval or the deadline is shorter', () => {
		const hasty = offenders(
			({ leftMs, checkEverySeconds }, delay) =>
				checkEverySeconds === null && delay < Math.min(3_000, leftMs),
		);
		expect(hasty).toEqual([]);
	});

	it('is not put off for longer than everyone wants', () => {
		const late = offenders(({ waitedMs, retryAfter, checkEverySeconds }, delay) => {
			const own = checkEverySeconds === null ? Math.max(waitedMs / 10, 5_000) : 0;
			const longest = Math.max(Math.min(own, 10 * MINUTE), (checkEverySeconds ?? 0) * SECOND);
			return delay > 1.25 * Math.max(longest, retryAfter * SECOND) + 1;
		});
		expect(late).toEqual([]);
	});
});
