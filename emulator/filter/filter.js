'use strict';

const { invalidRequest } = require('../http/apiError.js');
const { parseFilter } = require('./parse.js');
const { FilterError } = require('./tokenize.js');

/** @typedef {import('./parse.js').Node} Node */

/**
 * The entities a filter lets through; a filter the grammar does not know is refused.
 * @template {Record<string, any>} T
 * @param {T[]} entities
 * @param {string | undefined} text
 * @param {import('./parse.js').Properties} properties
 * @returns {T[]}
 */
function applyFilter(entities, text, properties) {
	if (text === undefined) return entities;
	const node = parsed(text, properties);
	return entities.filter((entity) => holds(node, entity));
}

/**
 * @param {string} text
 * @param {import('./parse.js').Properties} properties
 */
function parsed(text, properties) {
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

/**
 * @param {Node} node
 * @param {Record<string, any>} entity
 * @returns {boolean}
 */
function holds(node, entity) {
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

/**
 * @param {import('./parse.js').Operator} operator
 * @param {string | number} left
 * @param {string | number} right
 */
function compares(operator, left, right) {
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

module.exports = { applyFilter };
