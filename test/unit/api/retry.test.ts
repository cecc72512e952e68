import { POLICIES, type RequestPolicy } from '../../../nodes/shared/api/policies';
import type { Sendable } from '../../../nodes/shared/api/request';
import { retryDelay, type Attempt } from '../../../nodes/shared/api/retry';
import { defined } from '../../support/defined';

const PATIENCE_MS = POLICIES.ask.patienceMs;

/** The policy each method is sent by. Types let `request` take no other one. */
const POLICY_OF = {
	GET: 'ask',
	PUT: 'upload',
	DELETE: 'ask',
	POST: 'change',
	PATCH: 'change',
} as const satisfies Record<Sendable['method'], Sendable['policy']>;

const attempt = ({
	method = 'GET',
	...changes
}: Partial<Attempt> & { method?: keyof typeof POLICY_OF } = {}): Attempt => ({
	policy: POLICIES[POLICY_OF[method]],
	number: 1,
	elapsedMs: 0,
	status: 503,
	retryAfter: null,
	...changes,
});

const METHODS = ['GET', 'PUT', 'DELETE', 'POST', 'PATCH'] as const;
const REPEATABLE = ['GET', 'PUT', 'DELETE'];

describe('a failed request', () => {
	it.each(METHODS)('%s is tried again after throttling, which had no effect', (method) => {
		expect(retryDelay(attempt({ method, status: 429 }), 0.5)).toBeGreaterThan(0);
	});

	const faults = [null, 500, 502, 503, 504];
	it.each(METHODS.flatMap((method) => faults.map((status) => [method, status] as const)))(
		'%s is tried again after %p only when it may be repeated',
		(method, status) => {
			const retried = retryDelay(attempt({ method, status }), 0.5) !== null;
			expect(retried).toBe(REPEATABLE.includes(method));
		},
	);

	const refusals = [400, 401, 403, 404, 409, 415, 422, 499];
	it.each(METHODS.flatMap((method) => refusals.map((status) => [method, status] as const)))(
		'%s is never tried again after %d',
		(method, status) => {
			expect(retryDelay(attempt({ method, status, retryAfter: 1 }), 0.5)).toBeNull();
		},
	);

	it('is not tried again after a redirect', () => {
		expect(retryDelay(attempt({ status: 302 }), 0.5)).toBeNull();
	});
});

describe('the wait before the next attempt', () => {
	it('grows from one attempt to the next', () => {
		const delays = [1, 2, 3, 4].map((number) => defined(retryDelay(attempt({ number }), 0.5)));
		expect(delays).toEqual([...delays].sort((one, other) => one - other));
		expect(new Set(delays).size).toBe(4);
	});

	it('stops growing, so that the service is asked again at all', () => {
		expect(retryDelay(attempt({ number: 40 }), 1)).toBeLessThan(PATIENCE_MS / 2);
	});

	it('is spread, so that requests which failed together do not return together', () => {
		const soonest = defined(retryDelay(attempt(), 0));
		const latest = defined(retryDelay(attempt(), 1));
		expect(soonest).toBeGreaterThan(0);
		expect(latest).toBeGreaterThanOrEqual(soonest * 1.5);
	});

	it.each([0, 0.25, 0.5, 0.75, 1])('is never shorter than asked for (chance %d)', (random) => {
		for (const method of ['GET', 'POST'] as const) {
			for (const number of [1, 3, 6]) {
				for (const retryAfter of [1, 7, 30, 60]) {
					const delay = retryDelay(attempt({ method, status: 429, number, retryAfter }), random);
					expect(delay).toBeGreaterThanOrEqual(retryAfter * 1000);
				}
			}
		}
	});

	it('honours what a 503 asks for as well', () => {
		expect(retryDelay(attempt({ status: 503, retryAfter: 20 }), 0)).toBe(20_000);
	});
});

describe('the patience for one request', () => {
	it('is two minutes', () => {
		expect(PATIENCE_MS).toBe(120_000);
	});

	it('allows a wait that ends with it, and none that ends later', () => {
		const asked = { status: 429, retryAfter: 100 };
		expect(retryDelay(attempt({ ...asked, elapsedMs: 20_000 }), 0)).toBe(100_000);
		expect(retryDelay(attempt({ ...asked, elapsedMs: 20_001 }), 0)).toBeNull();
	});

	it('ends at once when the service asks for more', () => {
		expect(retryDelay(attempt({ status: 429, retryAfter: 121 }), 0)).toBeNull();
	});

	it('is no longer when no answer comes at all', () => {
		expect(retryDelay(attempt({ status: null, elapsedMs: PATIENCE_MS }), 0)).toBeNull();
	});

	it.each([0, 0.5, 1])('is never exceeded by all waits together (chance %d)', (random) => {
		let elapsedMs = 0;
		let number = 1;
		for (; number < 1_000; number++) {
			const delay = retryDelay(attempt({ number, elapsedMs }), random);
			if (delay === null) break;
			elapsedMs += delay;
		}
		expect(elapsedMs).toBeLessThanOrEqual(PATIENCE_MS);
		expect(number).toBeGreaterThan(3);
		expect(number).toBeLessThan(30);
	});
});

describe('the patience of each policy', () => {
	it.each<[keyof typeof POLICIES, number, number]>([
		['ask', 120_000, 15_000],
		['change', 120_000, 15_000],
		['upload', 600_000, 600_000],
		['listInEditor', 10_000, 10_000],
	])('%s tries for %d ms, and for %d ms when no answer comes', (name, answered, silent) => {
		const policy: RequestPolicy = POLICIES[name];
		const isTried = (status: number | null, elapsedMs: number) =>
			retryDelay(attempt({ policy, status, elapsedMs }), 0.5) !== null;
		expect(isTried(429, answered - 500)).toBe(true);
		expect(isTried(429, answered)).toBe(false);
		if (policy.repeatedAfter === 'throttling') return;
		expect(isTried(null, silent - 500)).toBe(true);
		expect(isTried(null, silent)).toBe(false);
	});
});
