/**
 * What a test does to the service behind the back of n8n.
 *
 * @param {{ url: string }} emulator
 */
function controlOf({ url }) {
	async function request(method, path, body) {
		const response = await fetch(`${url}/control${path}`, {
			method,
			headers: body ? { 'content-type': 'application/json' } : {},
			body: body && JSON.stringify(body),
		});
		const text = await response.text();
		if (!response.ok) throw new Error(`The emulator answered ${method} ${path}: ${text}`);
		return text ? JSON.parse(text) : undefined;
	}

	const models = async () => await request('GET', '/entities/models');
	const modelNamed = async (name) =>
		(await models()).find(({ displayName }) => displayName === name);

	return {
		models,
		modelNamed,

		/** Ends the training of a model. */
		async finish(name, status = 'Succeeded', error = undefined) {
			const { id } = await modelNamed(name);
			await request('POST', `/entities/models/${id}/finish`, { status, error });
		},
		async deleteModel(name) {
			const { id } = await modelNamed(name);
			await request('DELETE', `/entities/models/${id}`);
		},
		fault: async (fault) => await request('POST', '/faults', fault),
		clearFaults: async () => await request('DELETE', '/faults'),
		access: async (change) => await request('POST', '/access', change),
		requests: async () => await request('GET', '/requests'),
		clearRequests: async () => await request('DELETE', '/requests'),
	};
}

module.exports = { controlOf };
