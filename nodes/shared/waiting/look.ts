import { throwIfCancelled, cancelSignal } from '../api/cancel';
import { failureOf } from './failure';
import { jobKey } from './jobs';
import { lookOnce } from './lookOnce';
import { nextLookDelay } from './lookPlan';
import { endingOfCase } from './waitState';
import type { Ended, Wait } from './waitingNode';

/**
 * Looks once at everything still waited for, and begins what the jobs that ended lead to.
 *
 * @throws when the execution is cancelled.
 */
export async function look(wait: Wait): Promise<void> {
	const { client, state, rules } = wait;
	await lookOnce(client, state, rules.giveUpAfterMs);
	for (const itemIndex of wait.items.keys()) {
		if (endedAt(wait, itemIndex)) await goOn(wait, itemIndex);
	}
}

/** Milliseconds until the next look. */
export function delayToNextLook({ state, rules }: Wait, stored = false): number {
	const waitedMs = Date.now() - state.startedAt;
	const leftMs = rules.giveUpAfterMs - waitedMs;
	const { retryAfter } = state;
	const { checkEverySeconds } = rules;
	return nextLookDelay({ waitedMs, leftMs, retryAfter, checkEverySeconds, stored }, Math.random());
}

/** The case of an item as its node sees it at the end. */
export function endedCase({ state, items }: Wait, itemIndex: number): Ended {
	const { job, memo } = state.cases[itemIndex];
	const ending = endingOfCase(state.cases[itemIndex], state);
	return { job, memo, ending, input: items[itemIndex], itemIndex };
}

function endedAt({ state }: Wait, itemIndex: number): boolean {
	const { failure } = state.cases[itemIndex];
	return failure === null && endingOfCase(state.cases[itemIndex], state) !== null;
}

async function goOn(wait: Wait, itemIndex: number): Promise<void> {
	const { node, state, context, client } = wait;
	try {
		const begun = await node.next?.({ context, client }, endedCase(wait, itemIndex));
		if (!begun) return;
		Object.assign(state.cases[itemIndex], begun);
		// It may be the same endpoint that is waited for again.
		if (begun.job) delete state.endings[jobKey(begun.job)];
	} catch (thrown) {
		throwIfCancelled(cancelSignal(context));
		state.cases[itemIndex].failure = failureOf(context.getNode(), thrown);
	}
}
