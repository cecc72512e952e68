import { sleep } from 'n8n-workflow';

import {
	governorCount,
	governorOf,
	nextPlace,
	RateGovernor,
} from '../../../nodes/shared/api/rateGovernor';
import { NOW } from '../entities';

beforeEach(() => {
	jest.useFakeTimers({ now: NOW, doNotFake: ['nextTick', 'setImmediate'] });
});
afterEach(() => jest.useRealTimers());

const SECOND = 1_000;
const MINUTE = 60 * SECOND;

interface Asking {
	place?: number;
	turnMs?: number;
	signal?: AbortSignal;
	/** How long the answer takes. */
	answerMs?: number;
	holdBackSeconds?: number;
}

/** A request that notes when it was sent and when its wait for a turn was over without one, both in ms since NOW. */
function ask(governor: RateGovernor, asking: Asking = {}) {
	const { place = nextPlace(), turnMs = Infinity, signal, answerMs = 0 } = asking;
	const noted: { sentAt?: number; leftAt?: number } = {};
	const turns = governor.turn({ place, turnMs, signal });
	void turns.then(async (turn) => {
		noted[turn ? 'sentAt' : 'leftAt'] = Date.now() - NOW;
		if (answerMs > 0) await sleep(answerMs);
		turn?.over(asking.holdBackSeconds ?? 0);
	});
	return noted;
}

function askTimes(count: number, governor: RateGovernor, asking: Asking = {}) {
	return Array.from({ length: count }, () => ask(governor, asking));
}

/** How many were sent at each moment. */
function sendings(noted: Array<{ sentAt?: number }>) {
	const counts: Record<string, number> = {};
	for (const { sentAt = 'waits' } of noted) counts[sentAt] = (counts[sentAt] ?? 0) + 1;
	return counts;
}

async function pass(milliseconds: number): Promise<void> {
	await jest.advanceTimersByTimeAsync(milliseconds);
}

describe('a resource that takes 100 requests in 10 seconds', () => {
	it('gets the first 100 at once', async () => {
		const noted = askTimes(100, new RateGovernor());
		await pass(0);
		expect(sendings(noted)).toEqual({ 0: 100 });
	});

	it('gets 250 in three lots', async () => {
		const noted = askTimes(250, new RateGovernor());
		await pass(MINUTE);
		expect(sendings(noted)).toEqual({ 0: 100, [10 * SECOND]: 100, [20 * SECOND]: 50 });
	});

	it('gets them in the order they came', async () => {
		const governor = new RateGovernor();
		askTimes(100, governor, { answerMs: 1 });
		const order: number[] = [];
		for (let number = 0; number < 150; number++) {
			const turn = governor.turn({ place: nextPlace(), turnMs: Infinity });
			void turn.then((got) => {
				order.push(number);
				got?.over(0);
			});
		}
		await pass(MINUTE);
		expect(order).toEqual(Array.from({ length: 150 }, (_, number) => number));
	});

	it('gets a repeated request before all that came later', async () => {
		const governor = new RateGovernor();
		const place = nextPlace();
		askTimes(100, governor);
		const later = askTimes(150, governor);
		const repeated = ask(governor, { place });
		await pass(10 * SECOND);
		expect(repeated).toEqual({ sentAt: 10 * SECOND });
		expect(sendings(later)).toEqual({ [10 * SECOND]: 99, waits: 51 });
	});

	it.each([
		['one millisecond before the window is over, none', 9_999, undefined],
		['when the window is over, the next', 10_000, 10_000],
	])('gets, %s', async (_when, milliseconds, sentAt) => {
		const governor = new RateGovernor();
		askTimes(100, governor);
		const next = ask(governor);
		await pass(milliseconds);
		expect(next.sentAt).toBe(sentAt);
	});

	it('has a window that slides', async () => {
		const governor = new RateGovernor();
		askTimes(40, governor);
		await pass(6 * SECOND);
		const noted = askTimes(120, governor);
		await pass(MINUTE);
		const later = { [10 * SECOND]: 40, [16 * SECOND]: 20 };
		expect(sendings(noted)).toEqual({ [6 * SECOND]: 60, ...later });
	});

	it('is taken to have got a request as late as its answer, which may have been under way', async () => {
		const governor = new RateGovernor();
		askTimes(100, governor, { answerMs: 700 });
		const next = ask(governor);
		await pass(MINUTE);
		expect(next.sentAt).toBeGreaterThanOrEqual(10_700);
		expect(next.sentAt).toBeLessThan(12_000);
	});

	it('is not kept from others by requests that are never answered', async () => {
		const governor = new RateGovernor();
		askTimes(100, governor, { answerMs: 10 * MINUTE });
		const next = ask(governor);
		await pass(MINUTE);
		expect(next).toEqual({ sentAt: 20 * SECOND });
	});
});

describe('a wait for a turn', () => {
	it('ends within a second when the execution is stopped, and the others go on', async () => {
		const governor = new RateGovernor();
		const stop = new AbortController();
		askTimes(100, governor);
		const stopped = ask(governor, { signal: stop.signal });
		const other = ask(governor);
		await pass(3_210);
		stop.abort();
		await pass(SECOND);
		expect(stopped.leftAt).toBeLessThanOrEqual(4_210);
		await pass(MINUTE);
		expect(other).toEqual({ sentAt: 10 * SECOND });
	});

	it('does not begin in a stopped execution', async () => {
		const stopped = ask(new RateGovernor(), { signal: AbortSignal.abort() });
		await pass(0);
		expect(stopped).toEqual({ leftAt: 0 });
	});

	it('ends without a turn when it has taken as long as it may', async () => {
		const governor = new RateGovernor();
		askTimes(100, governor);
		const impatient = ask(governor, { turnMs: 4 * SECOND });
		const patient = ask(governor);
		await pass(MINUTE);
		expect(impatient).toEqual({ leftAt: 4 * SECOND });
		expect(patient).toEqual({ sentAt: 10 * SECOND });
	});

	it.each([
		['forward, so that all may go', 3_600_000, 1 * SECOND],
		['back, so that nobody waits for hours', -3_600_000, 21 * SECOND],
	])('outlives a clock that is set %s', async (_how, setBy, within) => {
		const governor = new RateGovernor();
		askTimes(100, governor);
		const turn = governor.turn({ place: nextPlace(), turnMs: Infinity });
		let isSent = false;
		void turn.then(() => (isSent = true));
		await pass(500);
		jest.setSystemTime(Date.now() + setBy);
		await pass(within);
		expect(isSent).toBe(true);
	});
});

describe('a service that says 429 and Retry-After', () => {
	it('gets nothing at all before', async () => {
		const governor = new RateGovernor();
		ask(governor, { holdBackSeconds: 7 });
		await pass(0);
		const noted = askTimes(5, governor);
		await pass(MINUTE);
		expect(sendings(noted)).toEqual({ [7 * SECOND]: 5 });
	});

	it('holds back those who wait already', async () => {
		const governor = new RateGovernor();
		const before = nextPlace();
		askTimes(99, governor);
		ask(governor, { answerMs: 2 * SECOND, holdBackSeconds: 20 });
		const waiting = ask(governor, { place: before });
		await pass(MINUTE);
		expect(waiting).toEqual({ sentAt: 22 * SECOND });
	});

	it('is held to the longest of several', async () => {
		const governor = new RateGovernor();
		for (const holdBackSeconds of [3, 9, 5]) {
			ask(governor, { holdBackSeconds, answerMs: 1 });
		}
		await pass(1);
		const next = ask(governor);
		await pass(MINUTE);
		expect(next).toEqual({ sentAt: 9_001 });
	});

	it('is asked again after two minutes although it asked for a day', async () => {
		const governor = new RateGovernor();
		ask(governor, { holdBackSeconds: 86_400 });
		await pass(0);
		const next = ask(governor);
		await pass(3 * MINUTE);
		expect(next).toEqual({ sentAt: 2 * MINUTE });
	});
});

describe('the resources of a process', () => {
	let tests = 0;
	let one = '';
	let other = '';
	beforeEach(() => {
		[one, other] = ['one', 'other'].map((name) => `https://${name}-${tests}.example.com`);
		tests += 1;
	});

	it('do not disturb each other', async () => {
		ask(governorOf(one), { holdBackSeconds: 30 });
		await pass(0);
		const held = askTimes(100, governorOf(one));
		const noted = askTimes(100, governorOf(other));
		await pass(0);
		expect(sendings(held)).toEqual({ waits: 100 });
		expect(sendings(noted)).toEqual({ 0: 100 });
		await pass(MINUTE);
	});

	it('are told apart by their host', async () => {
		askTimes(100, governorOf(one));
		const same = ask(governorOf(`${one}/`));
		await pass(9 * SECOND);
		expect(same).toEqual({});
		await pass(SECOND);
		expect(same).toEqual({ sentAt: 10 * SECOND });
		await pass(MINUTE);
	});

	it('are forgotten when they are idle', async () => {
		for (let number = 0; number < 50; number++) {
			ask(governorOf(`https://resource-${number}.cognitiveservices.azure.com`));
		}
		await pass(0);
		expect(governorCount()).toBeGreaterThanOrEqual(50);
		await pass(2 * MINUTE);
		governorOf(one);
		expect(governorCount()).toBe(1);
	});
});
