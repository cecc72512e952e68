/** A file as a stream that can be read from its start more than once. */
export interface ContentSource {
	/** Name with its ending. */
	name: string;
	/** Size in bytes, when it is known before reading. */
	bytes: number | null;
	/**
	 * Begins to read; every call from the start. A piece may be read until the next one is asked for: then its memory
	 * is taken back.
	 */
	open(): AsyncIterable<Buffer>;
}
