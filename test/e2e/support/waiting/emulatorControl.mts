import { emulatorControl } from '../../../../playground/lib/emulatorControl.mts';

/**
 * What a test does to the service behind the back of n8n.
 *
 */
function controlOf(emulator: { url: string }) {
	const { get, post, remove } = emulatorControl(emulator);
	const models = async () => await get('/entities/models');
	const modelNamed = async (name) =>
		(await models()).find(({ displayName }) => displayName === name);

	return {
		models,
		modelNamed,

		/** Ends the training of a model. */
		async finish(name, status = 'Succeeded', error = undefined) {
			const { id } = await modelNamed(name);
			await post(`/entities/models/${id}/finish`, { status, error });
		},
		async deleteModel(name) {
			const { id } = await modelNamed(name);
			await remove(`/entities/models/${id}`);
		},
		fault: async (fault) => await post('/faults', fault),
		clearFaults: async () => await remove('/faults'),
		access: async (change) => await post('/access', change),
		requests: async () => await get('/requests'),
		clearRequests: async () => await remove('/requests'),
	};
}

export { controlOf };
