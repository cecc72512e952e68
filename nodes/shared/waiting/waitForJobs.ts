import type { SpeechClient } from '../api/client';
import { pause } from '../api/pause';
import { cancelSignal } from '../api/cancel';
import { toMillis } from '../speech/dates';
import type { Entity } from '../speech/entities';
import { endingOf, type Ending } from './ending';
import { jobKey, type Job } from './jobs';
import { lookAtJobs } from './lookAtJobs';
import { nextLookDelay } from './lookPlan';

export interface WaitRules {
	giveUpAfterMs: number;
	/** A fixed interval between looks; null lets it grow with the wait. */
	checkEverySeconds: number | null;
	/** Whether the first job that does not succeed ends the wait for all. */
	stopAtFirstFailure: boolean;
}

/** Where a wait stands: all that one look hands to the next. */
export interface WaitState {
	/** Milliseconds since the epoch. */
	startedAt: number;
	looks: number;
	/** By job key; a job is waited for until it has an ending. */
	endings: Map<string, Ending & { endedAt: number; looks: number }>;
	lastSeen: Map<string, Entity>;
	/** Seconds the service asked to wait at the last look. */
	retryAfter: number;
}

/**
 * Waits until every job has ended, looking at all of them together. The first look comes at once.
 *
 * @returns the state with an ending for every job, or up to the first failure when that is to stop it.
 * @throws when the execution is cancelled.
 */
export async function waitForJobs(
	client: SpeechClient,
	jobs: Job[],
	rules: WaitRules,
): Promise<WaitState> {
	const state = beginWait(Date.now());
	if (jobs.length === 0) return state;
	for (;;) {
		await lookOnce(client, jobs, rules, state);
		if (isOver(jobs, rules, state)) return state;
		const waitedMs = Date.now() - state.startedAt;
		const { retryAfter } = state;
		const leftMs = rules.giveUpAfterMs - waitedMs;
		const { checkEverySeconds } = rules;
		const delay = nextLookDelay({ waitedMs, leftMs, retryAfter, checkEverySeconds }, Math.random());
		await pause(delay, cancelSignal(client.context));
	}
}

/** The state of a wait that has not looked yet. */
export function beginWait(startedAt: number): WaitState {
	return { startedAt, looks: 0, endings: new Map(), lastSeen: new Map(), retryAfter: 0 };
}

/** Looks at every job still waited for and notes what that brought. */
export async function lookOnce(
	client: SpeechClient,
	jobs: Job[],
	rules: WaitRules,
	state: WaitState,
): Promise<void> {
	const open = openJobs(jobs, state);
	const overdue = Date.now() - state.startedAt >= rules.giveUpAfterMs;
	const { sightings, retryAfter } = await lookAtJobs(client, open, oldestCreation(open, state));
	state.looks += 1;
	state.retryAfter = retryAfter;
	for (const job of open) {
		const key = jobKey(job);
		const sighting = sightings.get(key)!;
		const ending = endingOf(sighting, state.lastSeen.get(key) ?? null, overdue);
		if (sighting.kind === 'seen') state.lastSeen.set(key, sighting.entity);
		if (ending) state.endings.set(key, { ...ending, endedAt: Date.now(), looks: state.looks });
	}
}

function openJobs(jobs: Job[], { endings }: WaitState): Job[] {
	const unique = new Map(jobs.map((job) => [jobKey(job), job]));
	return [...unique.values()].filter((job) => !endings.has(jobKey(job)));
}

function isOver(jobs: Job[], { stopAtFirstFailure }: WaitRules, state: WaitState): boolean {
	const failed = [...state.endings.values()].some(({ outcome }) => outcome !== 'succeeded');
	return openJobs(jobs, state).length === 0 || (stopAtFirstFailure && failed);
}

/** Creation date of the oldest job, as the service wrote it; null while one has not been seen. */
function oldestCreation(jobs: Job[], { lastSeen }: WaitState): string | null {
	const dates = jobs.map((job) => lastSeen.get(jobKey(job))?.createdDateTime);
	if (dates.some((date) => toMillis(date) === null)) return null;
	return (dates as string[]).reduce((one, other) =>
		toMillis(one)! <= toMillis(other)! ? one : other,
	);
}
