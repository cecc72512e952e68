import type { INodeExecutionData } from 'n8n-workflow';

import { toNodeError, type NodeFailure } from '../n8n/nodeErrors';
import { InputError } from '../speech/inputError';
import { counted } from '../speech/text';
import { NOT_BEGUN } from './beginCases';
import type { Failure } from './waitState';
import type { Wait } from './waitingNode';

/** An item as it comes out, and why it failed; null when it did not. */
export interface EndedItem {
	item: INodeExecutionData;
	itemIndex: number;
	failure: Failure | null;
}

/** So many other items are told of in an error; more would bury it. */
const MOST_TOLD = 5;

/**
 * The error that stops the workflow, that of the first item that failed; null when none did. Where begun work is seen
 * through, it also tells what became of the other items, for none of them comes out.
 */
export function stoppingError(
	{ node, context }: Pick<Wait, 'node' | 'context'>,
	ended: EndedItem[],
): NodeFailure | null {
	const first = ended.find(({ failure }) => failure !== null);
	if (!first) return null;
	const { message, advice } = first.failure!;
	const others = ended.filter((one) => one !== first);
	const told = node.isSeenThrough ? [advice, ...whatBecameOf(others)] : [advice];
	const error = new InputError(message, told.filter(Boolean).join(' '));
	return toNodeError(context.getNode(), error, first.itemIndex);
}

/** Sentences on the other items, those that failed first. */
function whatBecameOf(others: EndedItem[]): string[] {
	const begun = others.filter(({ failure }) => failure?.message !== NOT_BEGUN.message);
	const failures = begun.flatMap(({ failure }) => failure?.message ?? []);
	const successes = begun.flatMap(({ failure, item }) =>
		failure ? [] : String(item.json.summary),
	);
	const sentences = [...failures, ...successes];
	const left = sentences.length - MOST_TOLD;
	const untouched = others.length - begun.length;
	return [
		...(sentences.length > 0 ? ['What became of the other items:'] : []),
		...sentences.slice(0, MOST_TOLD),
		...(left > 0 ? [`${counted(left, 'more item')} ended, too.`] : []),
		...(untouched > 0 ? [`Not begun after the failure: ${counted(untouched, 'item')}.`] : []),
	];
}
