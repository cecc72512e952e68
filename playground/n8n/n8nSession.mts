import { record } from '../json.mts';

/** Answers are what n8n has in `data`, or all of the answer where it has none. */
export interface N8nSession {
	url: string;
	get: (path: string) => Promise<unknown>;
	post: (path: string, body?: object) => Promise<unknown>;
	patch: (path: string, body: object) => Promise<unknown>;
	remove: (path: string) => Promise<unknown>;
}

/** Talks to n8n the way its editor does: over the editor's own REST endpoints, with its login cookie. */
export function connectTo(url: string): N8nSession {
	let cookie: string | undefined;

	async function request(method: string, path: string, body?: object): Promise<unknown> {
		const response = await fetch(`${url}${path}`, {
			method,
			headers: {
				'content-type': 'application/json',
				'browser-id': 'playground',
				...(cookie ? { cookie } : {}),
			},
			body: body === undefined ? undefined : JSON.stringify(body),
		});
		const text = await response.text();
		if (!response.ok)
			throw new Error(`n8n answered ${method} ${path} with ${response.status}: ${text}`);

		cookie = response.headers.getSetCookie()[0]?.split(';')[0] ?? cookie;
		const answer: unknown = JSON.parse(text);
		return Array.isArray(answer) ? answer : (record(answer).data ?? answer);
	}

	return {
		url,
		get: (path) => request('GET', path),
		post: (path, body = {}) => request('POST', path, body),
		patch: (path, body) => request('PATCH', path, body),
		remove: (path) => request('DELETE', path),
	};
}
