import { throwIfCancelled, cancelSignal } from '../api/cancel';
import { failureOf } from './failure';
import { jobKey } from './jobs';
import { lookOnce } from './lookOnce';
import { nextLookDelay } from './lookPlan';
import { endingOfCase, isOver, type CaseWait } from './waitState';
import type { Ended, Offline, Wait } from './waitingNode';

/**
 * Looks once at everything still waited for, and begins what the jobs that ended lead to.
 *
 * @throws when the execution is cancelled.
 */
export async function look(wait: Wait): Promise<void> {
	const { client, state, rules } = wait;
	await lookOnce(client, state, rules.giveUpAfterMs);
	for (const itemIndex of wait.items.keys()) {
		if (hasJustEnded(wait, itemIndex)) await goOn(wait, itemIndex);
	}
}

/** Whether the first item that fails ends the wait for all. */
export function endsAtFirstFailure({ node, rules }: Offline): boolean {
	return rules.stopAtFirstFailure && !node.isSeenThrough;
}

/** Whether nothing is left to wait for. */
export function isWaitOver(wait: Offline): boolean {
	return isOver(wait.state, endsAtFirstFailure(wait));
}

/** Milliseconds until the next look. */
export function delayToNextLook({ state, rules }: Offline, stored = false): number {
	const waitedMs = Date.now() - state.startedAt;
	const leftMs = rules.giveUpAfterMs - waitedMs;
	const { requests, retryAfter } = state;
	const { checkEverySeconds } = rules;
	const facts = { waitedMs, leftMs, requests, retryAfter, checkEverySeconds, stored };
	return nextLookDelay(facts, Math.random());
}

/** The case of an item as its node sees it at the end. */
export function endedCase({ state, items }: Offline, itemIndex: number): Ended {
	const { job, memo } = state.cases[itemIndex];
	const ending = endingOfCase(state.cases[itemIndex], state);
	return { job, memo, ending, input: items[itemIndex], itemIndex };
}

function hasJustEnded({ state }: Offline, itemIndex: number): boolean {
	const { failure, settled } = state.cases[itemIndex];
	return !failure && !settled && endingOfCase(state.cases[itemIndex], state) !== null;
}

async function goOn(wait: Wait, itemIndex: number): Promise<void> {
	const { node, state, context, client } = wait;
	const waited = state.cases[itemIndex];
	const ended = endedCase(wait, itemIndex);
	try {
		if (hasEndedAtAzure(ended) && (await node.isTooEarly?.({ context, client }, ended))) {
			keepWaiting(wait, waited);
			return;
		}
		const begun = (await node.next?.({ context, client }, ended)) ?? null;
		if (begun === null) {
			waited.settled = endingOfCase(waited, state)!;
			return;
		}
		Object.assign(waited, begun);
		// It may be the same endpoint that is waited for again.
		if (begun.job) delete state.endings[jobKey(begun.job)];
	} catch (thrown) {
		throwIfCancelled(cancelSignal(context));
		waited.failure = failureOf(context.getNode(), thrown);
	}
}

/** Whether the job came to an end at the service, and not the wait for it. */
function hasEndedAtAzure({ ending }: Ended): boolean {
	return (ending?.outcome === 'succeeded' || ending?.outcome === 'failed') && !ending.gone;
}

/** Takes an end for none, unless the deadline has come. */
function keepWaiting({ state, rules }: Wait, waited: CaseWait): void {
	const isOverdue = Date.now() - state.startedAt >= rules.giveUpAfterMs;
	const seen = endingOfCase(waited, state)!;
	if (isOverdue) waited.settled = { ...seen, outcome: 'timedOut' };
	else delete state.endings[jobKey(waited.job!)];
}
