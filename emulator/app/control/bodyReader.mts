import { isObject, type JsonObject } from '../../domain/json.mts';
import type { JobError } from '../../domain/records.mts';

/** Reads the body of a control request field by field; a field of another type is an error that names it. */
export class BodyReader {
	readonly whole: JsonObject;

	constructor(body: unknown) {
		this.whole = isObject(body) ? body : {};
	}

	text(name: string): string | undefined {
		const value = this.whole[name];
		if (value === undefined || typeof value === 'string') return value;
		throw wrong(name, 'a text');
	}

	number(name: string): number | undefined {
		const value = this.whole[name];
		if (value === undefined || typeof value === 'number') return value;
		throw wrong(name, 'a number');
	}

	flag(name: string): boolean | undefined {
		const value = this.whole[name];
		if (value === undefined || typeof value === 'boolean') return value;
		throw wrong(name, 'true or false');
	}

	object(name: string): JsonObject | undefined {
		const value = this.whole[name];
		if (value === undefined || isObject(value)) return value;
		throw wrong(name, 'an object');
	}

	pattern(name: string): RegExp | undefined {
		const text = this.text(name);
		return text ? new RegExp(text) : undefined;
	}

	error(name: string): JobError | undefined {
		const value = this.object(name);
		return value && { code: String(value.code), message: String(value.message) };
	}

	texts(name: string): Record<string, string> | undefined {
		const value = this.object(name);
		return (
			value && Object.fromEntries(Object.entries(value).map(([key, text]) => [key, String(text)]))
		);
	}
}

function wrong(name: string, wanted: string) {
	return new Error(`'${name}' must be ${wanted}`);
}
