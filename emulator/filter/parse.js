'use strict';

const { tokenize, FilterError } = require('./tokenize.js');

/**
 * @typedef {import('./tokenize.js').Token} Token
 * @typedef {'eq' | 'ne' | 'gt' | 'ge' | 'lt' | 'le'} Operator
 * @typedef {{ kind: 'and', left: Node, right: Node } | { kind: 'or', left: Node, right: Node }
 *   | { kind: 'not', inner: Node }
 *   | { kind: 'compare', property: string, operator: Operator, value: string | number }} Node
 * @typedef {Record<string, 'text' | 'date'>} Properties what may be filtered, and how it compares
 */

const EQUALITY = ['eq', 'ne'];
const ORDER = ['gt', 'ge', 'lt', 'le'];

/**
 * Parses a filter: `or` binds weakest, then `and`, then `not`.
 * @param {string} text
 * @param {Properties} properties
 * @returns {Node}
 */
function parseFilter(text, properties) {
	const parser = new Parser(tokenize(text), properties);
	const node = parser.or();
	parser.expect('end');
	return node;
}

class Parser {
	/**
	 * @param {Token[]} tokens
	 * @param {Properties} properties
	 */
	constructor(tokens, properties) {
		this.tokens = tokens;
		this.properties = properties;
		this.position = 0;
	}

	get token() {
		return this.tokens[this.position];
	}

	/** @param {Token['type']} type */
	expect(type) {
		const { token } = this;
		if (token.type !== type) {
			throw new FilterError(`unexpected '${token.text}' at position ${token.at}`);
		}
		this.position += 1;
		return token;
	}

	/** @param {string} word */
	accept(word) {
		const found = this.token.type === 'word' && this.token.text === word;
		if (found) this.position += 1;
		return found;
	}

	/** @returns {Node} */
	or() {
		let left = this.and();
		while (this.accept('or')) left = { kind: 'or', left, right: this.and() };
		return left;
	}

	/** @returns {Node} */
	and() {
		let left = this.not();
		while (this.accept('and')) left = { kind: 'and', left, right: this.not() };
		return left;
	}

	/** @returns {Node} */
	not() {
		if (this.accept('not')) return { kind: 'not', inner: this.not() };
		if (this.token.type !== '(') return this.comparison();
		this.expect('(');
		const inner = this.or();
		this.expect(')');
		return inner;
	}

	/** @returns {Node} */
	comparison() {
		const property = this.expect('word').text;
		const type = Object.hasOwn(this.properties, property) ? this.properties[property] : undefined;
		if (!type) throw new FilterError(`'${property}' cannot be filtered`);
		const operator = this.expect('word').text;
		if (!EQUALITY.includes(operator) && !(type === 'date' && ORDER.includes(operator))) {
			throw new FilterError(`'${operator}' does not apply to '${property}'`);
		}
		const value = this.expect(type === 'date' ? 'date' : 'string').text;
		return {
			kind: 'compare',
			property,
			operator: /** @type {Operator} */ (operator),
			value: type === 'date' ? Date.parse(value) : value,
		};
	}
}

module.exports = { parseFilter };
