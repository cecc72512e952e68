import type { IBinaryKeyData, IDataObject, INodeExecutionData } from 'n8n-workflow';

import { cancelSignal, throwIfCancelled } from '../api/cancel';
import { toUtcIso } from '../speech/dates';
import type { Outcome } from './ending';
import { explainFailure } from './explainEnding';
import { failureOf } from './failure';
import { failedItem } from './failedItem';
import { endedCase, endsAtFirstFailure } from './look';
import { stoppingError, type EndedItem } from './stoppingError';
import { endingOfCase, type Failure } from './waitState';
import type { Ended, Wait } from './waitingNode';

/**
 * The items of a wait that is over, in their order.
 * Under *Stop Workflow* an item still waited for when another one failed is left out.
 *
 * @throws under *Stop Workflow* for the first item that failed; where begun work is seen through, after all have ended.
 */
export async function endedItems(wait: Wait): Promise<INodeExecutionData[]> {
	const results: EndedItem[] = [];
	for (const itemIndex of wait.items.keys()) {
		const ended = endedCase(wait, itemIndex);
		const { failure } = wait.state.cases[itemIndex];
		if (failure) results.push(failed(wait, ended, failure));
		else if (ended.job === null || ended.ending) results.push(await endedItem(wait, ended));
		if (results.at(-1)?.failure && endsAtFirstFailure(wait)) break;
	}
	const error = wait.rules.stopAtFirstFailure ? stoppingError(wait, results) : null;
	if (error) throw error;
	return results.map(({ item }) => item);
}

async function endedItem(wait: Wait, ended: Ended): Promise<EndedItem> {
	const { node, client, context } = wait;
	const { job, ending, input, itemIndex } = ended;
	if (job && ending && ending.outcome !== 'succeeded') {
		return failed(wait, ended, node.explain?.(ended) ?? explainFailure(job, ending));
	}
	try {
		const { json, binary } = await node.finish({ client, context }, ended);
		const item = {
			json: { ...input.json, ...gained(wait, ended), ...json },
			...((input.binary ?? binary) && { binary: { ...input.binary, ...binary } as IBinaryKeyData }),
			pairedItem: { item: itemIndex },
		};
		return { item, itemIndex, failure: null };
	} catch (thrown) {
		throwIfCancelled(cancelSignal(context));
		return failed(wait, ended, failureOf(context.getNode(), thrown), 'failed');
	}
}

/**
 * What the item gains however its wait ended.
 *
 * @param outcome When the item ended otherwise than its job: a change that was taken back well is a failure all the same.
 */
function gained(wait: Wait, ended: Ended, outcome?: Outcome): IDataObject {
	const ending = endingOfCase(wait.state.cases[ended.itemIndex], wait.state);
	if (!ending) return {};
	const { startedAt } = wait.state;
	return {
		...wait.node.gained(ended),
		wait: {
			outcome: outcome ?? ending.outcome,
			startedAt: toUtcIso(startedAt),
			endedAt: toUtcIso(ending.endedAt),
			waitedSeconds: Math.round((ending.endedAt - startedAt) / 1000),
			looks: ending.looks,
		},
	};
}

function failed(wait: Wait, ended: Ended, failure: Failure, outcome?: Outcome): EndedItem {
	const { input, itemIndex } = ended;
	const known = gainedIfPossible(wait, ended, outcome);
	return { item: failedItem(wait.face, input, itemIndex, failure, known), itemIndex, failure };
}

/** An entity that cannot be read must not hide why the item failed. */
function gainedIfPossible(wait: Wait, ended: Ended, outcome?: Outcome): IDataObject {
	try {
		return gained(wait, ended, outcome);
	} catch {
		return {};
	}
}
