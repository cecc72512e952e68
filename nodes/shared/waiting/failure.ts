import type { INode } from 'n8n-workflow';

import { toNodeError } from '../n8n/nodeErrors';
import type { Failure } from './waitState';

/** Anything thrown while an item was handled, as plain data that can be stored. */
export function failureOf(node: INode, thrown: unknown): Failure {
	const { message, description } = toNodeError(node, thrown);
	return { message, advice: description ?? '' };
}
