import { invalidRequest } from '../http/apiError.mts';
import { parseFilter } from './parse.mts';
import { FilterError } from './tokenize.mts';

export type Node = import('./parse.mts').Node;

/**
 * The entities a filter lets through; a filter the grammar does not know is refused.
 * @template {Record<string, any>} T
 */
function applyFilter<T>(
	entities: T[],
	text: string | undefined,
	properties: import('./parse.mts').Properties,
): T[] {
	if (text === undefined) return entities;
	const node = parsed(text, properties);
	return entities.filter((entity) => holds(node, entity));
}

function parsed(text: string, properties: import('./parse.mts').Properties) {
	try {
		return parseFilter(text, properties);
	} catch (error) {
		if (!(error instanceof FilterError)) throw error;
		throw invalidRequest(
			'UnsupportedFilter',
			`The filter is not supported: ${error.message}.`,
			'filter',
		);
	}
}

function holds(node: Node, entity: Record<string, any>): boolean {
	if (node.kind === 'and') return holds(node.left, entity) && holds(node.right, entity);
	if (node.kind === 'or') return holds(node.left, entity) || holds(node.right, entity);
	if (node.kind === 'not') return !holds(node.inner, entity);
	const found = entity[node.property];
	// A property that is not there equals nothing and is neither before nor after anything.
	if (found === undefined) return node.operator === 'ne';
	return compares(
		node.operator,
		typeof node.value === 'number' ? Date.parse(found) : String(found),
		node.value,
	);
}

function compares(
	operator: import('./parse.mts').Operator,
	left: string | number,
	right: string | number,
) {
	switch (operator) {
		case 'eq':
			return left === right;
		case 'ne':
			return left !== right;
		case 'gt':
			return left > right;
		case 'ge':
			return left >= right;
		case 'lt':
			return left < right;
		case 'le':
			return left <= right;
	}
}

export { applyFilter };
