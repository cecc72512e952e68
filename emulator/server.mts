import { ApiHost } from './api/apiHost.mts';
import { buildApp } from './app/buildApp.mts';
import { controlsOf } from './app/control/controls.mts';
import { stateOfEmulator } from './app/control/state.mts';
import { resolveOptions, type EmulatorOptions, type Options } from './app/options.mts';
import { restore, snapshotOf } from './app/savedState.mts';
import { plant } from './app/seeds/plant.mts';
import { StateFile } from './app/stateFile.mts';
import { Service } from './domain/service.mts';
import { Blobs } from './domain/store/blobs.mts';
import { Clock } from './domain/time/clock.mts';

export type { EmulatorOptions } from './app/options.mts';

export type Emulator = Awaited<ReturnType<typeof startEmulator>>;

/**
 * Starts an emulator and gives the handle to it.
 */
export async function startEmulator(given: EmulatorOptions = {}) {
	const options = resolveOptions(given);
	const stateFile: StateFile = new StateFile(options.stateFile, () => snapshotOf(host));
	const host: ApiHost = new ApiHost(serviceWith(options), options, stateFile);
	const saved = stateFile.read();
	if (saved) restore(host, saved, given);
	else plant(host.service, options.seed);
	host.changed();
	// At once, so that a file that cannot be written stops the start.
	stateFile.flush();

	const app = buildApp(host);
	const address = await app.listen({ port: options.port, host: options.host });
	host.url = `http://${inUrl(options.host)}:${new URL(address).port}`;

	return {
		...controlsOf(host),
		url: host.url,
		get key() {
			return host.access.key;
		},
		oauth: {
			clientId: options.oauth.clientId,
			clientSecret: options.oauth.clientSecret,
			tokenUrl: `${host.url}/emulator/oauth2/v2.0/token`,
		},
		state: () => stateOfEmulator(host.service),
		async close() {
			host.closing.abort();
			stateFile.flush();
			await host.hooks.close();
			await app.close();
			stateFile.flush();
			host.service.blobs.close();
		},
	};
}

function serviceWith(options: Options) {
	const { quirks, limits, durations, stateFile } = options;
	const clock = new Clock(options);
	return new Service({ clock, blobs: new Blobs(stateFile), quirks, limits, durations });
}

/** An address of version 6 stands in brackets. */
function inUrl(host: string) {
	return host.includes(':') ? `[${host}]` : host;
}
