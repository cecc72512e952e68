import { parseJson as parseText } from '../../shared/api/jsonReader';
import { isObject } from '../../shared/speech/jsonObject';

export type Json = Record<string, unknown>;

/** The object in a score file; an empty one for a text that holds none. */
export function parseJson(text: string): Json {
	try {
		// Some storage clients put a byte order mark first.
		const value = parseText(text.replace(/^\uFEFF/, ''));
		return isObject(value) ? value : {};
	} catch {
		return {};
	}
}

/** The objects in a list; none for what is no list. */
export function objectsIn(value: unknown): Json[] {
	return Array.isArray(value) ? (value as unknown[]).filter(isObject) : [];
}
