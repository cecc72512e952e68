import type { EntityReference } from '../../contract/types.d.ts';
import type { Emulator, SeenRequest } from './emulator';

/** The body of a request that makes or changes something at the service. */
export interface SentBody {
	kind?: string;
	contentUrl?: string;
	baseModel?: EntityReference;
	model?: EntityReference;
	model1?: EntityReference;
	model2?: EntityReference;
	dataset?: EntityReference;
	datasets?: EntityReference[];
	project?: EntityReference;
	properties?: Record<string, unknown>;
	customProperties?: Record<string, string>;
}

export type SentRequest = SeenRequest & { body: SentBody };

/** The requests of one method an emulator has seen, refused ones and lost ones included. */
export function sentWith(emulator: Emulator, method: string): SentRequest[] {
	return emulator.requests().filter((request): request is SentRequest => request.method === method);
}

/** The POSTs an emulator has seen, refused ones and lost ones included. */
export function postsTo(emulator: Emulator, path: string): SentRequest[] {
	return sentWith(emulator, 'POST').filter((request) => request.path.endsWith(path));
}
