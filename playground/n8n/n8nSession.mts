import { record } from '../json.mts';

/** Answers are what n8n has in `data`, or all of the answer where it has none. */
export interface N8nSession {
	url: string;
	/** The login, `name=value`, as a browser or another session can use it. */
	cookie: () => string;
	get: (path: string) => Promise<unknown>;
	post: (path: string, body?: object) => Promise<unknown>;
	patch: (path: string, body: object) => Promise<unknown>;
	remove: (path: string) => Promise<unknown>;
}

/**
 * Talks to n8n the way its editor does: over the editor's own REST endpoints, with its login cookie.
 *
 * @param login the cookie of a session that has signed in, since n8n lets a person do so five times a minute only
 */
export function connectTo(url: string, login?: string): N8nSession {
	let cookie = login;

	async function request(method: string, path: string, body?: object): Promise<unknown> {
		const response = await fetch(`${url}${path}`, {
			method,
			headers: {
				'content-type': 'application/json',
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
		cookie() {
			if (!cookie) throw new Error('Nobody has signed in');
			return cookie;
		},
		get: (path) => request('GET', path),
		post: (path, body = {}) => request('POST', path, body),
		patch: (path, body) => request('PATCH', path, body),
		remove: (path) => request('DELETE', path),
	};
}
