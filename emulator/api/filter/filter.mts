import { invalidRequest } from '../http/apiError.mts';
import {
	parseFilter,
	type FilterNode,
	type Operator,
	type Properties,
	type Property,
} from './parse.mts';
import { FilterError } from './tokenize.mts';

/**
 * The facts a filter lets through at a moment; a filter the grammar does not know is refused.
 */
export function applyFilter<Fact>(
	facts: readonly Fact[],
	text: string | undefined,
	properties: Properties<Fact>,
	now: number,
): readonly Fact[] {
	if (text === undefined) return facts;
	const node = parsed(text, properties);
	return facts.filter((fact) => holds(node, fact, now));
}

function parsed<Fact>(text: string, properties: Properties<Fact>) {
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

function holds<Fact>(node: FilterNode<Fact>, fact: Fact, now: number): boolean {
	switch (node.kind) {
		case 'and':
			return holds(node.left, fact, now) && holds(node.right, fact, now);
		case 'or':
			return holds(node.left, fact, now) || holds(node.right, fact, now);
		case 'not':
			return !holds(node.inner, fact, now);
		case 'compare':
			return compares(node.operator, valueOf(node.property, fact, now), node.value);
	}
}

/** Dates are compared as they are shown, in whole seconds. */
function valueOf<Fact>(property: Property<Fact>, fact: Fact, now: number) {
	if (property.type === 'date') return Math.floor(property.of(fact, now) / 1000) * 1000;
	return property.of(fact, now);
}

function compares(operator: Operator, left: string | number | undefined, right: string | number) {
	// A property that is not there equals nothing and is neither before nor after anything.
	if (left === undefined) return operator === 'ne';
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
