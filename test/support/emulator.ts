import { startEmulator } from '../../emulator/server.mts';

export type Emulator = Awaited<ReturnType<typeof startEmulator>>;
export type EmulatorOptions = Parameters<typeof startEmulator>[0];

/** Starts an emulator that begins empty and asks for no pauses, so that tests run at full speed. */
export async function freshEmulator(options: EmulatorOptions = {}): Promise<Emulator> {
	return await startEmulator({ seed: 'empty', retryAfterSeconds: null, ...options });
}

/** The credentials a person would type for an emulator. */
export function credentialsFor(emulator: Emulator, fields: Record<string, string> = {}) {
	return {
		azureCustomSpeechApi: {
			endpointType: 'custom',
			endpoint: emulator.url,
			apiKey: emulator.key,
			apiVersion: '2025-10-15',
			...fields,
		},
	};
}
