import { startEmulator as start } from '../../emulator/server.mts';
import type { ShownEntity } from './answer.mts';

type Started = Awaited<ReturnType<typeof start>>;
type Logged = ReturnType<Started['requests']>[number];

export type EmulatorOptions = NonNullable<Parameters<typeof start>[0]>;

/** A request an emulator has seen. */
export interface SeenRequest extends Omit<Logged, 'query' | 'body'> {
	query: Record<string, unknown>;
	body: unknown;
}

/** The handle to an emulator, with entities in the words of the contract. */
export interface Emulator
	extends Omit<Started, 'put' | 'get' | 'list' | 'finish' | 'requests' | 'url' | 'key'> {
	readonly url: string;
	/** The key that opens it now; another one after `rotateKey`. */
	readonly key: string;
	put(collection: string, entity?: object): ShownEntity;
	get(collection: string, id: string): ShownEntity | undefined;
	list(collection: string): ShownEntity[];
	finish(
		collection: string,
		id: string,
		status?: string,
		error?: { code: string; message: string },
	): ShownEntity;
	requests(which?: { area?: SeenRequest['area'] | 'all' }): SeenRequest[];
}

/** Starts an emulator as its users do. */
export async function startEmulator(options: EmulatorOptions = {}): Promise<Emulator> {
	return await start(options);
}

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
