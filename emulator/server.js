'use strict';

const { controlsOf } = require('./control/controls.js');
const { stateOfEmulator } = require('./control/state.js');
const { buildApp } = require('./http/app.js');
const { resolveOptions } = require('./options.js');
const { plant } = require('./seeds/plant.js');
const { Service } = require('./service.js');

/**
 * Starts an emulator and gives the handle to it.
 * @param {import('./options.js').EmulatorOptions} [given]
 */
async function startEmulator(given = {}) {
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
	const { port } = /** @type {import('node:net').AddressInfo} */ (app.server.address());
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

module.exports = { startEmulator };
