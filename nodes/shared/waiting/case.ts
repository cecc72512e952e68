import type { ServiceErrorFacts } from '../api/serviceError';
import type { Entity } from '../speech/entities';
import { jobState } from '../speech/status';
import type { Job, Sighting } from './jobs';

export type Outcome = 'succeeded' | 'failed' | 'timedOut' | 'interrupted';

/** What happened and what to do next. */
export interface Failure {
	message: string;
	advice: string;
}

/** A job that succeeded, as it was seen then. */
export interface Succeeded<E> {
	outcome: 'succeeded';
	entity: E;
	gone: false;
	error: null;
}

/** A job that failed, or a wait for one that ended otherwise. */
export interface Unsuccessful<E> {
	outcome: Exclude<Outcome, 'succeeded'>;
	/** As last seen; null when it was never seen. */
	entity: E | null;
	/** Whether it was deleted, or never there. */
	gone: boolean;
	/** What kept the service from answering, when something did. */
	error: ServiceErrorFacts | null;
}

/** How the wait for one job ended. */
export type Ending<E = Entity> = Succeeded<E> | Unsuccessful<E>;

/** An item with nothing to wait for. */
export interface Idle<Memo> {
	kind: 'idle';
	memo: Memo;
}

/** An item whose job is still to end. */
export interface Waiting<Memo, E> {
	kind: 'waiting';
	job: Job;
	memo: Memo;
	/** As the last poll that saw it found it; null before the first. */
	lastSeen: E | null;
}

/** An item whose wait is over, well or not. */
export interface Ended<Memo, E> {
	kind: 'ended';
	job: Job;
	memo: Memo;
	ending: Ending<E>;
	/** Milliseconds since the epoch. */
	endedAt: number;
	/** How many polls it took. */
	polls: number;
}

/** An item that failed by itself: when it was begun, or in what the end of its job led to. */
export interface Failed<Memo, E> {
	kind: 'failed';
	failure: Failure;
	/** The end that led to the failure; null when nothing was begun. */
	after: Ended<Memo, E> | null;
}

/** An item that was left alone because one before it failed. */
export interface NotBegun {
	kind: 'notBegun';
}

/** Where the wait of one item is. Plain data: it may be stored and read days later, in another process. */
export type Case<Memo, E> =
	| Idle<Memo>
	| Waiting<Memo, E>
	| Ended<Memo, E>
	| Failed<Memo, E>
	| NotBegun;

/** Where a whole wait is: everything one poll hands to the next. Plain data, for the same reason. */
export interface WaitState<Memo, E> {
	/** Milliseconds since the epoch; a resume does not change it. */
	startedAt: number;
	polls: number;
	/** One for each item, in order. */
	cases: Array<Case<Memo, E>>;
	/** How many requests the last poll took. */
	requests: number;
	/** Seconds the service asked to wait at the last poll. */
	retryAfter: number;
	/** Since when the credential has been refused, in milliseconds since the epoch; null while it is accepted. */
	refusedSince: number | null;
	/** Whether the service has shown a job at all. */
	hasAnswered: boolean;
}

/** What a poll knows besides what it saw of one job. */
export interface PollFacts {
	/** Milliseconds since the epoch. */
	now: number;
	/** Number of this poll, from 1. */
	polls: number;
	/** Whether the deadline has come. */
	overdue: boolean;
	/** Whether a refused credential is taken for one that may work at the next poll. */
	toleratesRefusal: boolean;
}

/** The state of a wait before its first poll. */
export function beginState<Memo, E>(
	startedAt: number,
	cases: Array<Case<Memo, E>>,
): WaitState<Memo, E> {
	const nothingYet = { polls: 0, requests: 0, retryAfter: 0, refusedSince: null };
	return { startedAt, cases, ...nothingYet, hasAnswered: false };
}

/** The case of an item that has begun; without a job there is nothing to wait for. */
export function begunCase<Memo, E>(begun: { job: Job | null; memo: Memo }): Case<Memo, E> {
	const { job, memo } = begun;
	return job === null ? { kind: 'idle', memo } : { kind: 'waiting', job, memo, lastSeen: null };
}

/** What a poll makes of a case that waits: it has ended, or waits on with what was seen last. */
export function afterSighting<Memo, E extends Entity>(
	waiting: Waiting<Memo, E>,
	sighting: Sighting<E>,
	facts: PollFacts,
): Waiting<Memo, E> | Ended<Memo, E> {
	const { job, memo, lastSeen } = waiting;
	const tolerates = facts.toleratesRefusal && isRefusedCredential(sighting);
	const ending = endingOf(sighting, lastSeen, facts.overdue, tolerates);
	if (ending) return { kind: 'ended', job, memo, ending, endedAt: facts.now, polls: facts.polls };
	return sighting.kind === 'seen' ? { ...waiting, lastSeen: slim(sighting.entity) } : waiting;
}

/** What becomes of a case whose end its node finds too early: it waits on, unless the deadline has come. */
export function afterEarlyEnd<Memo, E extends Entity>(
	ended: Ended<Memo, E>,
	overdue: boolean,
): Waiting<Memo, E> | Ended<Memo, E> {
	const { job, memo, ending } = ended;
	if (overdue) return { ...ended, ending: { ...ending, outcome: 'timedOut' } };
	return { kind: 'waiting', job, memo, lastSeen: ending.entity && slim(ending.entity) };
}

/**
 * Decides whether a poll ended the wait for a job; null keeps it waiting.
 *
 * @param lastSeen The entity of an earlier poll.
 * @param overdue Whether the deadline has come.
 * @param toleratesRefusal Whether a refusal is taken for one that may be over at the next poll.
 */
export function endingOf<E extends Entity>(
	sighting: Sighting<E>,
	lastSeen: E | null,
	overdue: boolean,
	toleratesRefusal = false,
): Ending<E> | null {
	if (sighting.kind === 'seen') return endingOfSeen(sighting.entity, overdue);
	const error = sighting.error?.facts ?? null;
	const ending = { entity: lastSeen, gone: sighting.kind === 'gone', error };
	if (sighting.kind === 'gone') return { outcome: 'failed', ...ending };
	if (sighting.kind === 'refused' && !toleratesRefusal)
		return { outcome: 'interrupted', ...ending };
	return overdue ? { outcome: 'timedOut', ...ending } : null;
}

function endingOfSeen<E extends Entity>(entity: E, overdue: boolean): Ending<E> | null {
	const ending = { entity, gone: false, error: null } as const;
	const state = jobState(entity.status);
	if (state === 'working') return overdue ? { outcome: 'timedOut', ...ending } : null;
	return { outcome: state, ...ending };
}

/**
 * Whether the service refused the key or identity, as it does while a renewed one is not saved yet, or the place they
 * are used at: a 404 that is not about an entity is of the gateway, which was asked at the wrong address.
 */
export function isRefusedCredential(sighting: Sighting): boolean {
	if (sighting.kind !== 'refused') return false;
	const { status = 0, absent = false } = sighting.error.facts;
	return [401, 403].includes(status) || (status === 404 && !absent);
}

/** What is remembered of each case that was begun. */
export function memosOf<Memo, E>(cases: Array<Case<Memo, E>>): Memo[] {
	return cases.flatMap((one) => {
		if (one.kind === 'failed') return one.after ? [one.after.memo] : [];
		return one.kind === 'notBegun' ? [] : [one.memo];
	});
}

/** The cases still waited for. */
export function openCases<Memo, E>({ cases }: WaitState<Memo, E>): Array<Waiting<Memo, E>> {
	return cases.filter((one) => one.kind === 'waiting');
}

/** Whether a case has come to an end other than success. */
export function isUnsuccessful<Memo, E>(one: Case<Memo, E>): boolean {
	if (one.kind === 'ended') return one.ending.outcome !== 'succeeded';
	return one.kind === 'failed' || one.kind === 'notBegun';
}

/** Fields that nothing asks for while a job runs, and that are most of what an entity weighs. */
const LEFT_OUT = {
	description: undefined,
	customProperties: undefined,
	properties: undefined,
	baseModel: undefined,
	datasets: undefined,
};

/** An entity as it is kept while its job runs; the poll that sees its end keeps it whole. */
function slim<E extends Entity>(entity: E): E {
	const webSocket = entity.links?.webSocket;
	return { ...entity, ...LEFT_OUT, links: webSocket === undefined ? undefined : { webSocket } };
}
