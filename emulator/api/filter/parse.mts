import { endOf, FilterError, tokenize, type Token } from './tokenize.mts';

const ORDER = ['gt', 'ge', 'lt', 'le'] as const;
const EQUALITY = ['eq', 'ne'] as const;

export type Operator = (typeof ORDER | typeof EQUALITY)[number];

/** A property of a fact that can be asked for; a date is in milliseconds since 1970. */
export type Property<Fact> =
	| { type: 'text'; of: (fact: Fact, now: number) => string | undefined }
	| { type: 'date'; of: (fact: Fact, now: number) => number };

export type Properties<Fact> = ReadonlyMap<string, Property<Fact>>;

export type FilterNode<Fact> =
	| { kind: 'and' | 'or'; left: FilterNode<Fact>; right: FilterNode<Fact> }
	| { kind: 'not'; inner: FilterNode<Fact> }
	| { kind: 'compare'; property: Property<Fact>; operator: Operator; value: string | number };

/**
 * Parses a filter: `or` binds weakest, then `and`, then `not`.
 */
export function parseFilter<Fact>(text: string, properties: Properties<Fact>): FilterNode<Fact> {
	const parser = new Parser(text, properties);
	const node = parser.or();
	parser.expect('end');
	return node;
}

class Parser<Fact> {
	private readonly tokens: Token[];
	private readonly end: Token;
	private readonly properties: Properties<Fact>;
	private position = 0;

	constructor(text: string, properties: Properties<Fact>) {
		this.tokens = tokenize(text);
		this.end = endOf(text);
		this.properties = properties;
	}

	private get token() {
		return this.tokens.at(this.position) ?? this.end;
	}

	expect(type: Token['type']) {
		const { token } = this;
		if (token.type !== type) {
			throw new FilterError(`unexpected '${token.text}' at position ${token.at}`);
		}
		this.position += 1;
		return token;
	}

	private accept(word: string) {
		const found = this.token.type === 'word' && this.token.text === word;
		if (found) this.position += 1;
		return found;
	}

	or(): FilterNode<Fact> {
		let left = this.and();
		while (this.accept('or')) left = { kind: 'or', left, right: this.and() };
		return left;
	}

	private and(): FilterNode<Fact> {
		let left = this.not();
		while (this.accept('and')) left = { kind: 'and', left, right: this.not() };
		return left;
	}

	private not(): FilterNode<Fact> {
		if (this.accept('not')) return { kind: 'not', inner: this.not() };
		if (this.token.type !== '(') return this.comparison();
		this.expect('(');
		const inner = this.or();
		this.expect(')');
		return inner;
	}

	private comparison(): FilterNode<Fact> {
		const name = this.expect('word').text;
		const property = this.properties.get(name);
		if (!property) throw new FilterError(`'${name}' cannot be filtered`);
		const word = this.expect('word').text;
		const known = property.type === 'date' ? [...EQUALITY, ...ORDER] : EQUALITY;
		const operator = known.find((one) => one === word);
		if (!operator) throw new FilterError(`'${word}' does not apply to '${name}'`);
		const value = this.expect(property.type === 'date' ? 'date' : 'string').text;
		return {
			kind: 'compare',
			property,
			operator,
			value: property.type === 'date' ? Date.parse(value) : value,
		};
	}
}
