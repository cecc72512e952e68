/** Takes a value of unknown shape, such as parsed JSON, for what it is; throws when it is something else. */
export type Reader<T> = (value: unknown) => T;

export const text: Reader<string> = (value) =>
	typeof value === 'string' ? value : refuse('a text', value);

export const count: Reader<number> = (value) =>
	typeof value === 'number' ? value : refuse('a number', value);

export const flag: Reader<boolean> = (value) =>
	typeof value === 'boolean' ? value : refuse('true or false', value);

/** Anything, for fields of which nobody needs to know more. */
export const anything: Reader<unknown> = (value) => value;

/** What may be left out; null counts as left out. */
export function optional<T>(read: Reader<T>): Reader<T | undefined> {
	return (value) => (value === undefined || value === null ? undefined : read(value));
}

export function listOf<T>(read: Reader<T>): Reader<T[]> {
	return (value) => {
		const list: unknown[] = Array.isArray(value) ? value : refuse('a list', value);
		return list.map((entry, index) => within(`[${index}]`, read, entry));
	};
}

/** An object whose keys nobody knows beforehand. */
export function recordOf<T>(read: Reader<T>): Reader<Record<string, T>> {
	return (value) =>
		Object.fromEntries(
			Object.entries(record(value)).map(([key, entry]) => [key, within(key, read, entry)]),
		);
}

/** An object of these fields. Others stay in it, and the type does not tell of them. */
export function object<T extends object>(fields: { [K in keyof T]-?: Reader<T[K]> }): Reader<T> {
	const readers = Object.entries<Reader<unknown>>(fields);
	return (value) => {
		const read: Record<string, unknown> = { ...record(value) };
		for (const [key, reader] of readers) {
			const found = within(key, reader, read[key]);
			if (key in read) read[key] = found;
		}
		// Every field of T has been read by its own reader.
		return read as T;
	};
}

export function record(value: unknown): Record<string, unknown> {
	return isRecord(value) ? value : refuse('an object', value);
}

function isRecord(value: unknown): value is Record<string, unknown> {
	return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function within<T>(place: string, read: Reader<T>, value: unknown): T {
	try {
		return read(value);
	} catch (error) {
		throw new TypeError(`${place}: ${String(error)}`, { cause: error });
	}
}

function refuse(wanted: string, value: unknown): never {
	throw new TypeError(`${wanted} is needed instead of ${JSON.stringify(value)}`);
}
