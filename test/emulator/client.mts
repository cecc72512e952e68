import { startEmulator } from '../../emulator/server.mts';

export type Emulator = Awaited<ReturnType<typeof startEmulator>>;

/**
 * One request to the API of an emulator, with its key unless told otherwise.
 */
async function call(
	emulator: Emulator,
	method: string,
	path: string,
	more: {
		body?: any;
		query?: Record<string, any>;
		headers?: Record<string, string>;
		key?: string | null;
		version?: string | null;
	} = {},
) {
	const { body, query = {}, headers = {}, key = emulator.key, version = '2025-10-15' } = more;
	const all = new URLSearchParams({ ...(version ? { 'api-version': version } : {}), ...query });
	const answer = await fetch(`${emulator.url}/speechtotext${path}?${all}`, {
		method,
		headers: {
			...(key ? { 'Ocp-Apim-Subscription-Key': key } : {}),
			...(body === undefined ? {} : { 'content-type': 'application/json' }),
			...headers,
		},
		body:
			body === undefined || typeof body === 'string' || body instanceof Uint8Array
				? (body as any)
				: JSON.stringify(body),
	});
	const text = await answer.text();
	return { status: answer.status, headers: answer.headers, text, body: parsed(text) };
}

/** @param {string} text */
function parsed(text: string) {
	try {
		return JSON.parse(text);
	} catch {
		return undefined;
	}
}

/** @param {{ self: string }} entity */
const ref = ({ self }: { self: string }) => ({ self });

/**
 * What went wrong, as `status code/inner`.
 */
function refusal({ status, body }: { status: number; body: any }) {
	return [status, body?.code, body?.innerError?.code]
		.filter((part) => part !== undefined)
		.join(' ');
}

/** @param {() => boolean} holds */
async function waitFor(holds: () => boolean) {
	const end = Date.now() + 5000;
	while (!holds()) {
		if (Date.now() > end) throw new Error('Waited in vain');
		await new Promise((resolve) => setTimeout(resolve, 5));
	}
}

export { call, ref, refusal, startEmulator, waitFor };
