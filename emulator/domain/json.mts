/** An object of JSON whose names and values nobody has looked at yet. */
export type JsonObject = Record<string, unknown>;

/** Whether JSON is an object with names in it. */
export function isObject(value: unknown): value is JsonObject {
	return typeof value === 'object' && value !== null && !Array.isArray(value);
}
