import type { Quirks } from '../quirks.mts';
import type { Limits } from './limits.mts';

/** Where contents lie, and beside them what was found in them. */
export interface ContentBlobs {
	/** The file of a blob, whether there is one or not. */
	fileOf(name: string): string;
	stream(name: string): AsyncIterable<Uint8Array>;
	get(name: string): Buffer | undefined;
	write(name: string, chunks: Iterable<Uint8Array>): Promise<unknown>;
}

/** What examining contents takes from the emulator. */
export interface ContentHost {
	blobs: ContentBlobs;
	quirks: Quirks;
	limits: Limits;
}
