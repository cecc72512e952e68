import { tokenize, FilterError } from './tokenize.mts';

export type Token = import('./tokenize.mts').Token;

export type Operator = 'eq' | 'ne' | 'gt' | 'ge' | 'lt' | 'le';

export type Node =
	| { kind: 'and'; left: Node; right: Node }
	| { kind: 'or'; left: Node; right: Node }
	| { kind: 'not'; inner: Node }
	| { kind: 'compare'; property: string; operator: Operator; value: string | number };

export type Properties = Record<string, 'text' | 'date'>;

const EQUALITY = ['eq', 'ne'];
const ORDER = ['gt', 'ge', 'lt', 'le'];

/**
 * Parses a filter: `or` binds weakest, then `and`, then `not`.
 */
function parseFilter(text: string, properties: Properties): Node {
	const parser = new Parser(tokenize(text), properties);
	const node = parser.or();
	parser.expect('end');
	return node;
}

class Parser {
	tokens: any;
	properties: any;
	position: any;

	constructor(tokens: Token[], properties: Properties) {
		this.tokens = tokens;
		this.properties = properties;
		this.position = 0;
	}

	get token() {
		return this.tokens[this.position];
	}

	/** @param {Token['type']} type */
	expect(type: Token['type']) {
		const { token } = this;
		if (token.type !== type) {
			throw new FilterError(`unexpected '${token.text}' at position ${token.at}`);
		}
		this.position += 1;
		return token;
	}

	/** @param {string} word */
	accept(word: string) {
		const found = this.token.type === 'word' && this.token.text === word;
		if (found) this.position += 1;
		return found;
	}

	/** @returns {Node} */
	or(): Node {
		let left = this.and();
		while (this.accept('or')) left = { kind: 'or', left, right: this.and() };
		return left;
	}

	/** @returns {Node} */
	and(): Node {
		let left = this.not();
		while (this.accept('and')) left = { kind: 'and', left, right: this.not() };
		return left;
	}

	/** @returns {Node} */
	not(): Node {
		if (this.accept('not')) return { kind: 'not', inner: this.not() };
		if (this.token.type !== '(') return this.comparison();
		this.expect('(');
		const inner = this.or();
		this.expect(')');
		return inner;
	}

	/** @returns {Node} */
	comparison(): Node {
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
			operator: operator as Operator,
			value: type === 'date' ? Date.parse(value) : value,
		};
	}
}

export { parseFilter };
