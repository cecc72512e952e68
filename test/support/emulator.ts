import { startEmulator as start } from '../../emulator/server.mts';
import type { ShownEntity } from './answer.mts';

type Started = Awaited<ReturnType<typeof start>>;

export type EmulatorOptions = NonNullable<Parameters<typeof start>[0]>;

/** A request an emulator has seen. */
export interface SeenRequest {
	at: string;
	area: 'api' | 'content' | 'oauth';
	method: string;
	path: string;
	query: Record<string, unknown>;
	body: unknown;
	authorized: boolean;
	credentials: 'key' | 'token' | 'none';
	contentType: string | undefined;
	/** Null when the line was cut before an answer. */
	status: number | null;
	fault?: string;
}

/** What of an emulator the API does not tell. */
export interface EmulatorState {
	now: string;
	/** How many entities each collection holds. */
	counts: Record<string, number>;
	endpoints: Array<{
		id: string;
		status: string;
		modelExpired: boolean;
		/** The model that really answers; none before the endpoint has come up. */
		servedBy?: { collection: string; id: string };
		fallsBackToBaseModel: boolean;
	}>;
}

/** What is declared below in the words of the contract, or more exactly. */
type Renamed =
	| 'url'
	| 'key'
	| 'state'
	| 'content'
	| 'put'
	| 'get'
	| 'list'
	| 'finish'
	| 'requests'
	| 'addFault'
	| 'clearFaults';

/** The handle to an emulator, with entities in the words of the contract. */
export interface Emulator extends Omit<Started, Renamed> {
	readonly url: string;
	/** The key that opens it now; another one after `rotateKey`. */
	readonly key: string;
	state(): EmulatorState;
	/** The content of a dataset, byte for byte. */
	content(id: string): Buffer | undefined;
	addFault(fault: Parameters<Started['addFault']>[0]): void;
	clearFaults(): void;
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
