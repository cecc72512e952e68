import { isObject } from '../speech/jsonObject';
import { cleanText } from '../speech/text';
import { parseJson } from './jsonReader';

export interface ErrorBody {
	/** The innermost code given: it tells most. */
	code: string | null;
	/** The text that goes with it; several faults in one are numbered. */
	message: string | null;
}

/** Which error body of the contract an answer has, with its outermost code. */
export interface ErrorShape {
	/** `service`: the code stands at the top level. `gateway`: in `error`, as Azure's gateway answers a bad key. */
	kind: 'service' | 'gateway';
	code: string;
}

type Fields = Record<string, unknown>;

/** How the service joins several faults in one text; source: public issues with its real answers. */
const BETWEEN_FAULTS = ' OR ';

/**
 * Reads an error body: the service's own shape (top level, nested `innerError`, several in `details`), its names also
 * with capitals, the gateway's (`{"error": {…}}`), and the XML of a storage host, whatever content type it was sent with.
 */
export function parseErrorBody(body: string): ErrorBody {
	const root = fieldsOf(body) ?? parseXml(body);
	const outer = objectIn(root, 'error') ?? root;
	const chain = [outer];
	for (let inner = objectIn(outer, 'innerError'); inner && chain.length < 5; ) {
		chain.push(inner);
		inner = objectIn(inner, 'innerError');
	}
	const details = faultsIn(outer);
	if (chain.length === 1 && details.length > 0) chain.push(details[0]);
	const innermostFirst = chain.reverse();
	const message =
		firstText(innermostFirst.map((one) => field(one, 'message'))) ??
		// As sign-in hosts answer; source: RFC 6749, section 5.2.
		firstText([field(root, 'error_description')]);
	const several = details.length > 1 ? details.map((one) => field(one, 'message')) : [];
	return {
		code: cleaned(firstText(innermostFirst.map((one) => field(one, 'code')))),
		message: cleaned(numbered(several.filter(isText)) ?? numbered(faultsOf(message)) ?? message),
	};
}

/**
 * The shape of an error body by which the service, or the gateway in front of it, is known; null for any other body.
 * Sources: OpenAPI document 2025-10-15 (Error); public issues with real answers of the gateway.
 */
export function shapeOf(body: string): ErrorShape | null {
	const root = fieldsOf(body) ?? {};
	const code = field(root, 'code');
	if (isText(code)) return { kind: 'service', code };
	const inner = objectIn(root, 'error') ?? {};
	const innerCode = field(inner, 'code');
	return isText(innerCode) && isText(field(inner, 'message'))
		? { kind: 'gateway', code: innerCode }
		: null;
}

function fieldsOf(body: string): Fields | null {
	try {
		const value = parseJson(body);
		return isObject(value) ? value : {};
	} catch {
		return null;
	}
}

/** `<Error><Code>…</Code><Message>…</Message></Error>`, as storage hosts answer; anything else tells nothing. */
function parseXml(body: string): Fields {
	if (!/^\s*(?:\ufeff)?<(?:\?xml|Error\b)/i.test(body)) return {};
	const element = (name: string) => new RegExp(`<${name}>([^<]*)</${name}>`).exec(body)?.[1];
	return { code: element('Code'), message: element('Message') };
}

/** The faults in one text, which is itself the only one when its parts are no sentences: a name may hold the word. */
function faultsOf(text: string | null): string[] {
	const parts = (text ?? '').split(BETWEEN_FAULTS).map((part) => part.trim());
	const isSentence = (part: string) => /^["'\p{Lu}].*\s/u.test(part) && hasPairedQuotes(part);
	return parts.every(isSentence) ? parts : [];
}

function hasPairedQuotes(text: string): boolean {
	return (text.match(/["']/g)?.length ?? 0) % 2 === 0;
}

/** `(1) One thing. (2) Another.`; null for less than two. */
function numbered(faults: string[]): string | null {
	if (faults.length < 2) return null;
	return faults.map((fault, index) => `(${index + 1}) ${fault}`).join(' ');
}

function faultsIn(error: Fields): Fields[] {
	const details = field(error, 'details');
	return Array.isArray(details) ? (details as unknown[]).filter(isObject) : [];
}

/** A field by its name in any case. */
function field(error: Fields, name: string): unknown {
	const key = Object.keys(error).find((one) => one.toLowerCase() === name.toLowerCase());
	return key === undefined ? undefined : error[key];
}

function objectIn(error: Fields, name: string): Fields | null {
	const value = field(error, name);
	return isObject(value) ? value : null;
}

function isText(value: unknown): value is string {
	return typeof value === 'string' && value.trim() !== '';
}

function firstText(values: unknown[]): string | null {
	return values.find(isText) ?? null;
}

function cleaned(text: string | null): string | null {
	return text === null ? null : cleanText(text);
}
