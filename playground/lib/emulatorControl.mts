/**
 * Steers an emulator past its API, over the paths below `/control`.
 *
 */
function emulatorControl({ url }: { url: string }) {
	async function request(method, path, body) {
		const response = await fetch(`${url}/control${path}`, {
			method,
			headers: { 'content-type': 'application/json' },
			body: body === undefined ? undefined : JSON.stringify(body),
		});
		const text = await response.text();
		if (!response.ok) throw new Error(`The emulator answered ${method} ${path}: ${text}`);
		return text ? JSON.parse(text) : undefined;
	}

	return {
		get: (path) => request('GET', path),
		post: (path, body = {}) => request('POST', path, body),
		remove: (path) => request('DELETE', path),
	};
}

export { emulatorControl };
