/**
 * Talks to n8n the way its editor does: over the editor's own REST endpoints, with its login cookie.
 *
 */
function connectTo(url: string) {
	let cookie;

	async function request(method, path, body) {
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
		const answer = JSON.parse(text);
		return answer.data ?? answer;
	}

	return {
		url,
		get: (path) => request('GET', path),
		post: (path, body = {}) => request('POST', path, body),
		patch: (path, body) => request('PATCH', path, body),
	};
}

export { connectTo };
