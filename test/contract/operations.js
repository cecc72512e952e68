'use strict';

/**
 * @typedef {object} Operation One operation of the contract.
 * @property {string} id
 * @property {string} method
 * @property {RegExp} pattern
 * @property {string[]} pathNames
 * @property {number} literals how much of the path is literal: the more, the better the match
 * @property {any[]} parameters with references resolved
 * @property {string[]} consumes
 * @property {Record<string, any>} responses
 */

/**
 * All operations of a swagger document.
 * @param {any} document
 * @returns {Operation[]}
 */
function operationsOf(document) {
	return Object.entries(document.paths).flatMap(([path, methods]) =>
		Object.entries(methods).map(([method, operation]) => ({
			id: operation.operationId,
			method: method.toUpperCase(),
			pattern: patternOf(path),
			pathNames: [...path.matchAll(/\{(\w+)\}/g)].map((found) => found[1]),
			literals: path.replace(/\{\w+\}/g, '').length,
			parameters: (operation.parameters ?? []).map((/** @type {any} */ one) =>
				one.$ref ? document.parameters[one.$ref.split('/').pop()] : one,
			),
			consumes: operation.consumes ?? [],
			responses: operation.responses,
		})),
	);
}

/** @param {string} path */
function patternOf(path) {
	return new RegExp(`^${path.replace(/\{\w+\}/g, '([^/:]+)')}$`);
}

/**
 * The operation a request is for.
 * @param {Operation[]} operations
 * @param {string} method
 * @param {string} path
 */
function findOperation(operations, method, path) {
	const plain = path.replace(/^\/speechtotext(?=\/)/, '').replace(/%3a/gi, ':');
	const [operation] = operations
		.filter((one) => one.method === method.toUpperCase() && one.pattern.test(plain))
		.sort((one, other) => other.literals - one.literals);
	return operation && { operation, values: operation.pattern.exec(plain)?.slice(1) ?? [] };
}

module.exports = { operationsOf, findOperation };
