/** What answers in the place of the service: the case, its status and its body. */
export const STRANGERS: Array<[what: string, status: number, body: string]> = [
	['a page for 400', 400, '<h1>Bad request</h1>'],
	['a page for 401', 401, '<h1>Sign in</h1>'],
	['a page for 403', 403, '<h1>Blocked by policy</h1>'],
	['a page for 404', 404, '<h1>Not Found</h1>'],
	['JSON of another gateway', 404, '{"statusCode":404,"message":"Resource not found"}'],
	['JSON with a code that is a number', 403, '{"code":403,"message":"Forbidden"}'],
	['nothing at all', 404, ''],
	['a proxy that wants a sign-in', 407, ''],
];

/** Those of them that differ most, for what takes its time. */
export const FEW_STRANGERS = STRANGERS.filter(([what]) =>
	['a page for 404', 'JSON of another gateway', 'a proxy that wants a sign-in'].includes(what),
);

/** What a person reads of an error, what to do included. */
export function wholeText(error: unknown): string {
	const { message, description } = Object(error) as { message?: string; description?: string };
	return [message, description].join(' ');
}

/** Fails when a person is told of what only the service can refuse. */
export function expectWay(text: string, host: string): void {
	expect(text).toContain(host);
	expect(text).toMatch(/proxy/);
	expect(text).not.toMatch(
		/does not accept|Resource Key|Keys and Endpoint|\brole\b|fields of the node|deleted|does not exist/,
	);
}
