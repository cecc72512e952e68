import { cancelSignal, throwIfCancelled } from '../api/cancel';
import type { SpeechClient } from '../api/client';
import { ServiceError } from '../api/serviceError';
import { whatItIs } from '../api/whatItIs';
import { toMillis } from '../speech/dates';
import type { Entity } from '../speech/entities';
import { fieldsWithoutSecrets } from '../speech/simplify';
import {
	afterEarlyEnd,
	afterSighting,
	begunCase,
	isRefusedCredential,
	isUnsuccessful,
	openCases,
	type Case,
	type Ended,
	type Waiting,
} from './case';
import { failureOfThrown } from './explain';
import { fetchJobs, JOB_KINDS, jobKey, type Sighting } from './jobs';
import { nextPollDelay } from './pollPlan';
import type { Wait, WaitContext } from './waitingNode';

/** How long a refused credential is tolerated once it has worked: time enough to save a renewed key. */
export const REFUSAL_PATIENCE_MS = 3_600_000;

/**
 * Polls everything still waited for once, and begins what the jobs that ended lead to.
 *
 * @throws when the execution is cancelled.
 */
export async function poll<Memo, E extends Entity>(wait: Wait<Memo, E>): Promise<void> {
	const { client, state: before } = wait;
	const overdue = isOverdue(wait);
	const open = openCases(before);
	const jobs = open.map(({ job }) => job);
	const { sightings, requests, retryAfter } = await fetchJobs<E>(client, jobs, oldest(open));
	const now = Date.now();
	const isRefused = [...sightings.values()].some(isRefusedCredential);
	const refusedSince = isRefused ? (before.refusedSince ?? now) : null;
	const toleratesRefusal =
		before.hasAnswered && refusedSince !== null && now - refusedSince < REFUSAL_PATIENCE_MS;
	// What has never answered is rather a wrong address than a service that is down.
	const isHopeless = !before.hasAnswered && now - before.startedAt >= REFUSAL_PATIENCE_MS;
	const facts = { now, polls: before.polls + 1, overdue, toleratesRefusal };
	const cases: Array<Case<Memo, E>> = [];
	for (const [itemIndex, one] of before.cases.entries()) {
		const found = one.kind === 'waiting' && sightings.get(jobKey(one.job));
		if (!found) {
			cases.push(one);
			continue;
		}
		const seen = afterSighting(one, await readable(client, one, found, isHopeless), facts);
		cases.push(seen.kind === 'ended' ? await afterEnd(wait, seen, itemIndex) : seen);
	}
	const hasAnswered =
		before.hasAnswered || [...sightings.values()].some(({ kind }) => kind === 'seen');
	const noted = { polls: facts.polls, requests, retryAfter, refusedSince, hasAnswered };
	wait.state = { ...before, ...noted, cases };
}

/** Whether the first item that fails ends the wait for all. */
export function endsAtFirstFailure<Memo, E extends Entity>(wait: WaitContext<Memo, E>): boolean {
	return wait.rules.stopAtFirstFailure && !wait.node.isSeenThrough;
}

/** Whether nothing is left to wait for. */
export function isWaitOver<Memo, E extends Entity>(wait: WaitContext<Memo, E>): boolean {
	if (openCases(wait.state).length === 0) return true;
	return endsAtFirstFailure(wait) && wait.state.cases.some(isUnsuccessful);
}

/** Whether the deadline of a wait has come. */
export function isOverdue<Memo, E extends Entity>({ state, rules }: WaitContext<Memo, E>): boolean {
	return Date.now() - state.startedAt >= rules.giveUpAfterMs;
}

/** Milliseconds until the next poll. */
export function delayToNextPoll<Memo, E extends Entity>(
	{ state, rules }: WaitContext<Memo, E>,
	stored = false,
): number {
	const waitedMs = Date.now() - state.startedAt;
	const leftMs = rules.giveUpAfterMs - waitedMs;
	const { requests, retryAfter } = state;
	const { checkEverySeconds } = rules;
	const timing = { waitedMs, leftMs, requests, retryAfter, checkEverySeconds, stored };
	return nextPollDelay(timing, Math.random());
}

/** What follows on the end of a job: its node may find it too early, wait for something else, or fail. */
async function afterEnd<Memo, E extends Entity>(
	wait: Wait<Memo, E>,
	ended: Ended<Memo, E>,
	itemIndex: number,
): Promise<Case<Memo, E>> {
	const { node, context } = wait;
	const { outcome, gone, entity } = ended.ending;
	const item = { ...ended, input: wait.items[itemIndex], itemIndex };
	const hasEndedAtAzure = (outcome === 'succeeded' || outcome === 'failed') && !gone;
	try {
		if (hasEndedAtAzure && entity && (await node.isTooEarly?.(wait, item, entity))) {
			return afterEarlyEnd(ended, isOverdue(wait));
		}
		const next = (await node.next?.(wait, item)) ?? null;
		return next ? begunCase(next) : ended;
	} catch (thrown) {
		throwIfCancelled(cancelSignal(context));
		return { kind: 'failed', failure: failureOfThrown(context.getNode(), thrown), after: ended };
	}
}

/**
 * A sighting as it may be kept and explained: without the SAS that the URL of a dataset's content may hold, for
 * executions can be read, and with a word on what an ID is of that no job ever had.
 *
 * @param isHopeless Whether a fault that might pass is taken for one that will not.
 */
async function readable<Memo, E extends Entity>(
	client: SpeechClient,
	{ job, lastSeen }: Waiting<Memo, E>,
	sighting: Sighting<E>,
	isHopeless: boolean,
): Promise<Sighting<E>> {
	switch (sighting.kind) {
		case 'seen':
			return {
				kind: 'seen',
				entity: { ...sighting.entity, ...fieldsWithoutSecrets(sighting.entity) },
			};
		case 'unclear':
			return isHopeless ? { ...sighting, kind: 'refused' } : sighting;
		case 'refused':
			return sighting;
		case 'gone':
			break;
	}
	const { collection, noun } = JOB_KINDS[job.kind];
	const other = lastSeen === null ? await whatItIs(client, collection, job.id) : null;
	if (other === null) return sighting;
	const error = new ServiceError({
		kind: 'refused',
		message: `The ID in place of a ${noun} belongs to ${other.words}.`,
		advice: `Pick the ${noun} from the list, or set 'Wait For' to the type that ID ${job.id} belongs to. Base models and projects have nothing to wait for.`,
	});
	return { kind: 'gone', error };
}

/** Creation date of the oldest job, as the service wrote it; null while one has not been seen. */
function oldest<Memo, E extends Entity>(open: Array<Waiting<Memo, E>>): string | null {
	let first: { text: string; at: number } | null = null;
	for (const { lastSeen } of open) {
		const text = lastSeen?.createdDateTime ?? '';
		const at = toMillis(text);
		if (at === null) return null;
		if (first === null || at < first.at) first = { text, at };
	}
	return first?.text ?? null;
}
