import type { SpeechClient } from '../../../nodes/shared/api/client';
import type { Entity } from '../../../nodes/shared/speech/entities';
import type { Case } from '../../../nodes/shared/waiting/case';
import type { Job } from '../../../nodes/shared/waiting/jobs';
import { waitInProcess } from '../../../nodes/shared/waiting/run';
import type { WaitRules } from '../../../nodes/shared/waiting/rules';
import { NOW, uuid } from '../entities';
import { refusal, silence } from '../failures';
import { modelJob, modelWith, stubClient } from './stubClient';
import { waitFor } from './waitFor';
import { defined } from '../../support/defined';

const MINUTE = 60_000;
const RULES: WaitRules = {
	giveUpAfterMs: 10 * MINUTE,
	checkEverySeconds: null,
	stopAtFirstFailure: false,
	where: 'automatic',
};

beforeEach(() => {
	jest.useFakeTimers({ now: NOW, doNotFake: ['nextTick', 'setImmediate'] });
	jest.spyOn(Math, 'random').mockReturnValue(0.5);
});
afterEach(() => {
	jest.useRealTimers();
	jest.restoreAllMocks();
});

/** Waits on a clock that jumps; `outcomes` are in the order of the jobs. */
async function wait(client: SpeechClient, jobs: Job[], rules: Partial<WaitRules> = {}) {
	const waiting = waitFor(client, jobs, { ...RULES, ...rules });
	const over = waitInProcess(waiting, false);
	await jest.advanceTimersByTimeAsync(11 * MINUTE);
	expect(await over).toBe(true);
	const endings = waiting.state.cases.map(endOf);
	return { state: waiting.state, endings, outcomes: endings.map((ending) => ending?.outcome) };
}

/** How a case ended; undefined while it has not. */
function endOf(one: Case<null, Entity>) {
	return one.kind === 'ended'
		? { ...one.ending, endedAt: one.endedAt, polls: one.polls }
		: undefined;
}

/** Answers one after the other; the last one stays. */
function inTurn(...answers: Array<Entity | Error>) {
	let asked = 0;
	return () => answers[Math.min(asked++, answers.length - 1)];
}

/** Running until so many milliseconds have passed. */
const doneAfter = (milliseconds: number) => () =>
	modelWith(1, Date.now() - NOW >= milliseconds ? 'Succeeded' : 'Running');

describe('the wait for one job', () => {
	it('is over at once when there is none', async () => {
		const { client, reads, lists } = stubClient({});
		expect((await wait(client, [])).state.polls).toBe(0);
		expect([...reads, ...lists]).toEqual([]);
	});

	it('looks at once and ends at once when it is done', async () => {
		const { client, reads } = stubClient({ read: () => modelWith(1, 'Succeeded') });
		const { endings } = await wait(client, [modelJob(1)]);
		expect(endings[0]).toMatchObject({ outcome: 'succeeded', endedAt: NOW, polls: 1 });
		expect(reads).toEqual([uuid(1)]);
	});

	it('ends soon after the job, a tenth of its age at most', async () => {
		const { client } = stubClient({ read: doneAfter(5 * MINUTE) });
		const { endings } = await wait(client, [modelJob(1)]);
		const took = defined(endings[0]).endedAt - NOW;
		expect(took).toBeGreaterThanOrEqual(5 * MINUTE);
		expect(took).toBeLessThanOrEqual(5.5 * MINUTE);
	});

	it('looks close together at first and then ever less often', async () => {
		const looks: number[] = [];
		const read = () => {
			looks.push(Date.now() - NOW);
			return modelWith(1, 'Running');
		};
		await wait(stubClient({ read }).client, [modelJob(1)]);
		const gaps = looks.slice(1).map((look, index) => look - looks[index]);
		expect(gaps[0]).toBe(5_000);
		expect(gaps.slice(0, -1)).toEqual(gaps.slice(0, -1).sort((one, other) => one - other));
		expect(looks.at(-1)).toBe(10 * MINUTE);
	});

	it('looks at a fixed interval when told to', async () => {
		const { client, reads } = stubClient({ read: () => modelWith(1, 'Running') });
		await wait(client, [modelJob(1)], { checkEverySeconds: 60 });
		expect(reads).toHaveLength(11);
	});

	it('looks no sooner than the service asks', async () => {
		const { client, reads } = stubClient({ read: () => modelWith(1, 'Running'), retryAfter: 120 });
		await wait(client, [modelJob(1)]);
		expect(reads.length).toBeLessThanOrEqual(6);
	});

	it('survives faults that pass', async () => {
		const read = inTurn(silence(), refusal(503), refusal(429), modelWith(1, 'Succeeded'));
		const { endings } = await wait(stubClient({ read }).client, [modelJob(1)]);
		expect(endings[0]).toMatchObject({ outcome: 'succeeded', polls: 4, error: null });
	});

	it.each(['Running', 'NotStarted', 'Pondering'])(
		'ends at the deadline, not before, while the status is %s',
		async (status) => {
			const { client } = stubClient({ read: () => modelWith(1, status) });
			const { endings } = await wait(client, [modelJob(1)]);
			expect(endings[0]).toMatchObject({ outcome: 'timedOut', endedAt: NOW + 10 * MINUTE });
			expect(endings[0]?.entity?.status).toBe(status);
		},
	);

	it('looks once more at the very deadline', async () => {
		const { client } = stubClient({ read: doneAfter(10 * MINUTE) });
		expect((await wait(client, [modelJob(1)])).outcomes).toEqual(['succeeded']);
	});

	it('looks once even when it may not wait at all', async () => {
		const done = stubClient({ read: () => modelWith(1, 'Succeeded') });
		const open = stubClient({ read: () => modelWith(1, 'Running') });
		const rules = { giveUpAfterMs: 0 };
		expect((await wait(done.client, [modelJob(1)], rules)).outcomes).toEqual(['succeeded']);
		expect((await wait(open.client, [modelJob(1)], rules)).outcomes).toEqual(['timedOut']);
		expect(open.reads).toHaveLength(1);
	});

	it('ends at the deadline with the last fault when nothing could be seen', async () => {
		const read = inTurn(modelWith(1, 'Running'), silence());
		const { endings } = await wait(stubClient({ read }).client, [modelJob(1)]);
		expect(endings[0]).toMatchObject({ outcome: 'timedOut', gone: false });
		expect(endings[0]?.entity?.displayName).toBe('Model 1');
		expect(endings[0]?.error?.kind).toBe('unreachable');
	});

	it('fails when the job is deleted meanwhile, and still knows its name', async () => {
		const read = inTurn(modelWith(1, 'Running'), refusal(404));
		const { endings } = await wait(stubClient({ read }).client, [modelJob(1)]);
		expect(endings[0]).toMatchObject({ outcome: 'failed', gone: true, polls: 2 });
		expect(endings[0]?.entity?.displayName).toBe('Model 1');
	});

	it('is interrupted at once when the key is refused', async () => {
		const { client, reads } = stubClient({ read: () => refusal(401) });
		expect((await wait(client, [modelJob(1)])).outcomes).toEqual(['interrupted']);
		expect(reads).toHaveLength(1);
	});

	it('ends when the execution is cancelled', async () => {
		const stop = new AbortController();
		const { client, reads } = stubClient({ read: () => modelWith(1, 'Running') });
		const context = { getExecutionCancelSignal: () => stop.signal };
		const wait = { ...waitFor(client, [modelJob(1)], RULES), context: context as never };
		const waiting = waitInProcess(wait, false).catch((error: unknown) => error);
		await jest.advanceTimersByTimeAsync(MINUTE);
		const before = reads.length;
		stop.abort();
		await jest.advanceTimersByTimeAsync(5 * MINUTE);
		expect(await waiting).toBeInstanceOf(Error);
		expect(reads).toHaveLength(before);
	});
});

describe('the wait whose credential is refused', () => {
	const HOUR = 60 * MINUTE;

	it('goes on when a renewed key works within an hour', async () => {
		const running = modelWith(1, 'Running');
		const read = inTurn(running, refusal(401), refusal(401), modelWith(1, 'Succeeded'));
		const { client } = stubClient({ read });
		expect((await wait(client, [modelJob(1)])).outcomes).toEqual(['succeeded']);
	});

	it('is interrupted when it has been refused for an hour', async () => {
		const read = inTurn(modelWith(1, 'Running'), refusal(403));
		const { client } = stubClient({ read });
		const waiting = waitFor(client, [modelJob(1)], { ...RULES, giveUpAfterMs: 24 * HOUR });
		const over = waitInProcess(waiting, false);
		await jest.advanceTimersByTimeAsync(59 * MINUTE);
		expect(waiting.state.cases.map(endOf)).toEqual([undefined]);
		await jest.advanceTimersByTimeAsync(12 * MINUTE);
		expect(await over).toBe(true);
		expect(waiting.state.cases.map(endOf)).toMatchObject([{ outcome: 'interrupted' }]);
	});
});

describe('the wait for a service that has never answered', () => {
	const HOUR = 60 * MINUTE;

	/** How the wait stands when the clock stops; it polls every half hour. */
	const after = async (minutes: number, read: () => Entity | Error) => {
		const { client, reads } = stubClient({ read });
		const rules = { ...RULES, giveUpAfterMs: 24 * HOUR, checkEverySeconds: 1_800 };
		const waiting = waitFor(client, [modelJob(1)], rules);
		const over = waitInProcess(waiting, false);
		over.catch(() => {});
		await jest.advanceTimersByTimeAsync(minutes * MINUTE);
		return { outcome: endOf(waiting.state.cases[0])?.outcome ?? null, polls: reads.length };
	};

	it('goes on for an hour, for the service may be down', async () => {
		expect(await after(59, () => silence())).toEqual({ outcome: null, polls: 2 });
	});

	it('ends after an hour, for the address is rather wrong than the service down', async () => {
		expect(await after(60, () => silence())).toEqual({ outcome: 'interrupted', polls: 3 });
		expect(await after(300, () => silence())).toEqual({ outcome: 'interrupted', polls: 3 });
	});

	it('goes on when it has answered once', async () => {
		const read = inTurn(modelWith(1, 'Running'), silence());
		expect(await after(300, read)).toEqual({ outcome: null, polls: 11 });
	});

	it('goes on when it answers within the hour', async () => {
		const read = inTurn(silence(), silence(), modelWith(1, 'Succeeded'));
		expect(await after(60, read)).toEqual({ outcome: 'succeeded', polls: 3 });
	});

	it.each([
		[89, null],
		[90, 'interrupted'],
	])(
		'bears a refused key for an hour from the refusal on (%i minutes)',
		async (minutes, outcome) => {
			const read = inTurn(modelWith(1, 'Running'), refusal(401));
			expect((await after(minutes, read)).outcome).toBe(outcome);
		},
	);
});

describe('an end that its node finds too early', () => {
	const waitFinding = async (
		isTooEarly: (polls: number) => boolean | Error,
		read: () => Entity | Error,
		rules: Partial<WaitRules> = {},
	) => {
		const ended: string[] = [];
		const { client } = stubClient({ read });
		const waiting = waitFor(
			client,
			[modelJob(1)],
			{ ...RULES, ...rules },
			{
				isTooEarly: () => {
					const answer = isTooEarly(waiting.state.polls);
					return answer instanceof Error ? Promise.reject(answer) : Promise.resolve(answer);
				},
				next: (_run, { ending }) => {
					ended.push(ending.outcome);
					return Promise.resolve(null);
				},
			},
		);
		const over = waitInProcess(waiting, false);
		await jest.advanceTimersByTimeAsync(11 * MINUTE);
		expect(await over).toBe(true);
		return { ended, waited: endOf(waiting.state.cases[0]) };
	};

	it.each(['Succeeded', 'Failed'])('is waited for again when it is %s', async (status) => {
		const { ended, waited } = await waitFinding(
			(polls) => polls < 2,
			() => modelWith(1, status),
		);
		expect(waited).toMatchObject({ outcome: status.toLowerCase(), polls: 3 });
		expect(ended).toEqual([status.toLowerCase()]);
	});

	it('is a wait that timed out at the deadline, with nothing to follow', async () => {
		const { ended, waited } = await waitFinding(
			() => true,
			() => modelWith(1, 'Succeeded'),
		);
		expect(waited).toMatchObject({ outcome: 'timedOut', endedAt: NOW + 10 * MINUTE });
		expect(ended).toEqual([]);
	});

	it.each([
		['a job that was deleted', refusal(404), 'failed'],
		['a wait that was interrupted', refusal(401), 'interrupted'],
	])('is never %s', async (_what, answer, outcome) => {
		const { waited } = await waitFinding(
			() => true,
			() => answer,
		);
		expect(waited).toMatchObject({ outcome, polls: 1 });
	});
});

describe('the first minute of a wait that may be stored', () => {
	const stays = async (read: () => Entity | Error, rules: Partial<WaitRules> = {}) => {
		const { client, reads } = stubClient({ read });
		const waiting = waitInProcess(
			waitFor(client, [modelJob(1)], { ...RULES, giveUpAfterMs: 60 * MINUTE, ...rules }),
			true,
		);
		await jest.advanceTimersByTimeAsync(6 * MINUTE);
		return { isOver: await waiting, looks: reads.length };
	};

	it('is all that a short job needs', async () => {
		expect((await stays(doneAfter(40_000))).isOver).toBe(true);
	});

	it('ends with the wait to be stored when the job goes on', async () => {
		expect(await stays(doneAfter(5 * MINUTE))).toMatchObject({ isOver: false });
	});

	it('ends at the first look when the next one is more than a minute away', async () => {
		const result = await stays(doneAfter(5 * MINUTE), { checkEverySeconds: 120 });
		expect(result).toEqual({ isOver: false, looks: 1 });
	});

	it('is not followed by a stored wait when the deadline is near', async () => {
		const result = await stays(doneAfter(5 * MINUTE), { giveUpAfterMs: 100_000 });
		expect(result.isOver).toBe(true);
	});
});

describe('the wait for several jobs', () => {
	const models = (count: number) =>
		Array.from({ length: count }, (_, index) => modelJob(index + 1));

	it('shares one look between items that wait for the same job', async () => {
		const { client, reads } = stubClient({ read: () => modelWith(1, 'Succeeded') });
		const { outcomes } = await wait(client, [modelJob(1), modelJob(1), modelJob(1)]);
		expect(outcomes).toEqual(['succeeded', 'succeeded', 'succeeded']);
		expect(reads).toHaveLength(1);
	});

	it('looks no more at a job that has ended', async () => {
		const read = (id: string) =>
			id === uuid(1) ? modelWith(1, 'Succeeded') : modelWith(2, 'Running');
		const { client, reads } = stubClient({ read });
		const { outcomes } = await wait(client, models(2), { checkEverySeconds: 300 });
		expect(outcomes).toEqual(['succeeded', 'timedOut']);
		expect(reads).toEqual([uuid(1), uuid(2), uuid(2), uuid(2)]);
	});

	it('asks one list a round for more than 4, of those made since the oldest', async () => {
		let round = 0;
		const list = () => {
			round += 1;
			return [
				models(5).map((_, index) => modelWith(index + 1, round < 3 ? 'Running' : 'Succeeded')),
			];
		};
		const { client, reads, lists } = stubClient({ list });
		const { outcomes } = await wait(client, models(5));
		expect(outcomes).toEqual(Array(5).fill('succeeded'));
		expect(lists.map(({ filter }) => filter)).toEqual([
			undefined,
			'createdDateTime ge 2026-10-01T00:00:00Z',
			'createdDateTime ge 2026-10-01T00:00:00Z',
		]);
		expect(reads).toEqual([]);
	});

	it('goes back to single reads once 4 are left', async () => {
		const list = () => [
			models(5).map((_, index) => modelWith(index + 1, index ? 'Running' : 'Failed')),
		];
		const { client, reads, lists } = stubClient({ list, read: () => modelWith(1, 'Succeeded') });
		await wait(client, models(5));
		expect(lists).toHaveLength(1);
		expect(reads).toEqual([2, 3, 4, 5].map(uuid));
	});

	const oneFails = (id: string) =>
		id === uuid(2) ? modelWith(2, 'Failed') : doneAfter(5 * MINUTE)();

	it('goes on after a failure when the others are to be waited for', async () => {
		const { client } = stubClient({ read: oneFails });
		const { outcomes } = await wait(client, models(3));
		expect(outcomes).toEqual(['succeeded', 'failed', 'succeeded']);
	});

	it('stops at the first failure when that is to stop the workflow', async () => {
		const { client, reads } = stubClient({ read: oneFails });
		const { outcomes } = await wait(client, models(3), { stopAtFirstFailure: true });
		expect(outcomes).toEqual([undefined, 'failed', undefined]);
		expect(reads).toHaveLength(3);
	});

	it('goes on after a failure when what was begun is to be seen through', async () => {
		const { client } = stubClient({ read: oneFails });
		const rules = { ...RULES, stopAtFirstFailure: true };
		const waiting = waitFor(client, models(3), rules, { isSeenThrough: true });
		const over = waitInProcess(waiting, false);
		await jest.advanceTimersByTimeAsync(11 * MINUTE);
		expect(await over).toBe(true);
		const outcomes = waiting.state.cases.map((one) => endOf(one)?.outcome);
		expect(outcomes).toEqual(['succeeded', 'failed', 'succeeded']);
	});

	it('stops at the first time-out, even when another job has led to a next one', async () => {
		const isAtDeadline = () => Date.now() - NOW >= 10 * MINUTE;
		const read = (id: string) =>
			id === uuid(2) && isAtDeadline() ? modelWith(2, 'Succeeded') : modelWith(1, 'Running');
		const { client, reads } = stubClient({ read });
		const rules = { ...RULES, checkEverySeconds: 300, stopAtFirstFailure: true };
		const waiting = waitFor(client, models(2), rules, {
			next: (_run, { ending }) =>
				Promise.resolve(ending.outcome === 'succeeded' ? { job: modelJob(3), memo: null } : null),
		});
		const over = waitInProcess(waiting, false);
		await jest.advanceTimersByTimeAsync(11 * MINUTE);
		expect(await over).toBe(true);
		expect(waiting.state.cases.map((one) => endOf(one)?.outcome)).toEqual(['timedOut', undefined]);
		expect(reads).not.toContain(uuid(3));
	});

	it('does not stop at a success', async () => {
		const read = (id: string) => (id === uuid(1) ? modelWith(1, 'Succeeded') : doneAfter(MINUTE)());
		const { client } = stubClient({ read });
		const { outcomes } = await wait(client, models(2), { stopAtFirstFailure: true });
		expect(outcomes).toEqual(['succeeded', 'succeeded']);
	});
});
