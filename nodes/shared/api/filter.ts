/** Encoded characters of a value; gateways cap the length of a URL. */
const LONGEST_VALUE = 500;

/**
 * One comparison of the service's filter grammar, or null when the value cannot be written in it for certain:
 * how a quote inside a string is escaped is not documented, so such values are compared on our side instead.
 */
export function equals(property: string, value: string): string | null {
	const fits = encodeURIComponent(value).length <= LONGEST_VALUE;
	return value.includes("'") || !fits ? null : `${property} eq '${value}'`;
}

/** Joins conditions with `and`, leaving out the missing ones; undefined when none is left. */
export function allOf(...conditions: Array<string | null | undefined>): string | undefined {
	return conditions.filter(Boolean).join(' and ') || undefined;
}
