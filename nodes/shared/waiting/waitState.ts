import type { IDataObject } from 'n8n-workflow';

import type { Entity } from '../speech/entities';
import type { Ending } from './ending';
import { jobKey, type Job } from './jobs';

/** What one item waits for. Plain data: it may be stored and read days later, in another process. */
export interface CaseWait {
	/** Null when there is nothing to wait for. */
	job: Job | null;
	/** What the node wants to know at the end. */
	memo: IDataObject;
	/** How its wait ended, once nothing follows on that; a later wait of another item for the same job does not touch it. */
	settled?: ReachedEnding;
	/** Why the item failed by itself; null when it did not. It is no longer waited for then. */
	failure: Failure | null;
}

/** What happened and what to do next. */
export interface Failure {
	message: string;
	advice: string;
}

/** An ending, and when it was seen. */
export type ReachedEnding = Ending & { endedAt: number; looks: number };

/** Where a wait stands: all that one look hands to the next. Plain data, for the same reason. */
export interface WaitState {
	/** Milliseconds since the epoch; a resume does not change it. */
	startedAt: number;
	looks: number;
	cases: CaseWait[];
	/** By job key; a job is waited for until it has an ending. */
	endings: Record<string, ReachedEnding>;
	lastSeen: Record<string, Entity>;
	/** How many requests the last look took. */
	requests: number;
	/** Seconds the service asked to wait at the last look. */
	retryAfter: number;
	/** Since when the credential has been refused, in milliseconds since the epoch; null while it is accepted. */
	refusedSince: number | null;
}

/** The state of a wait that has not looked yet. */
export function beginWait(startedAt: number, cases: CaseWait[]): WaitState {
	return {
		startedAt,
		looks: 0,
		cases,
		endings: {},
		lastSeen: {},
		requests: 0,
		retryAfter: 0,
		refusedSince: null,
	};
}

/** The jobs still waited for, each once. */
export function openJobs({ cases, endings }: WaitState): Job[] {
	const open = cases.filter(({ failure, settled }) => !failure && !settled);
	const jobs = open.flatMap(({ job }) => (job ? [job] : []));
	const unique = new Map(jobs.map((job) => [jobKey(job), job]));
	return [...unique.values()].filter((job) => !(jobKey(job) in endings));
}

/** How the wait of a case ended; null while it has not, or when it waits for nothing. */
export function endingOfCase(
	{ job, settled }: CaseWait,
	{ endings }: WaitState,
): ReachedEnding | null {
	if (settled) return settled;
	return job ? (endings[jobKey(job)] ?? null) : null;
}

/**
 * Whether nothing is left to wait for.
 *
 * @param stopAtFirstFailure Whether the first case that does not succeed ends the wait for all.
 */
export function isOver(state: WaitState, stopAtFirstFailure: boolean): boolean {
	if (openJobs(state).length === 0) return true;
	if (!stopAtFirstFailure) return false;
	return state.cases.some((waited) => {
		const ending = endingOfCase(waited, state);
		return waited.failure !== null || (ending !== null && ending.outcome !== 'succeeded');
	});
}
