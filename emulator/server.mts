import { controlsOf } from './control/controls.mts';
import { stateOfEmulator } from './control/state.mts';
import { buildApp } from './http/app.mts';
import { resolveOptions } from './options.mts';
import { plant } from './seeds/plant.mts';
import { Service } from './service.mts';

/**
 * Starts an emulator and gives the handle to it.
 */
async function startEmulator(given: import('./options.mts').EmulatorOptions = {}) {
	const options = resolveOptions(given);
	const service = new Service(options);
	const saved = service.stateFile.read();
	if (saved) service.restore(saved);
	else plant(service, options.seed);
	service.changed();
	// At once, so that a file that cannot be written stops the start.
	service.stateFile.flush();

	const app = buildApp(service);
	await app.listen({ port: options.port, host: options.host });
	const { port } = app.server.address() as import('node:net').AddressInfo;
	service.url = `http://${options.host.includes(':') ? `[${options.host}]` : options.host}:${port}`;

	return {
		...controlsOf(service),
		url: service.url,
		get key() {
			return service.access.key;
		},
		oauth: {
			clientId: options.oauth.clientId,
			clientSecret: options.oauth.clientSecret,
			tokenUrl: `${service.url}/emulator/oauth2/v2.0/token`,
		},
		state: () => stateOfEmulator(service),
		async close() {
			service.closing.abort();
			service.stateFile.flush();
			await service.hooks.close();
			await app.close();
			service.stateFile.flush();
			service.blobs.close();
		},
	};
}

export { startEmulator };
