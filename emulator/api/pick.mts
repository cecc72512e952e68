/**
 * The named fields of a body that are there.
 */
export function pick<Body extends object, Name extends keyof Body>(
	body: Body,
	names: readonly Name[],
): Pick<Body, Name> {
	const wanted = new Set<PropertyKey>(names);
	const picked = { ...body };
	for (const [name, value] of Object.entries(body)) {
		if (value === undefined || !wanted.has(name)) Reflect.deleteProperty(picked, name);
	}
	return picked;
}
