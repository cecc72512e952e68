import { Readable } from 'node:stream';

/** A stream of pieces, as n8n hands over the body of an answer. */
export function streamOf(pieces: Iterable<Uint8Array> | AsyncIterable<Uint8Array>): Readable {
	return Readable.from(pieces);
}
