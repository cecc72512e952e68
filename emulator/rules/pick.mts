/**
 * The named fields of a body that are there.
 */
function pick(body: Record<string, any>, names: string[]) {
	return Object.fromEntries(
		names.filter((name) => body[name] !== undefined).map((name) => [name, body[name]]),
	);
}

export { pick };
