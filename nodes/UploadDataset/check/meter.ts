import { createHash } from 'node:crypto';

/** Passes a stream on, and takes the size and the hash of it on the way. */
export class Meter {
	/** Bytes that have gone by. */
	bytes = 0;
	/** Whether the stream was ended early, because it is longer than allowed. */
	isCut = false;
	private readonly hash = createHash('sha256');

	/** @param longest Bytes after which nothing more is passed on. */
	constructor(private readonly longest: number) {}

	/** Takes account of bytes that are sent in front of the stream. */
	count(bytes: Buffer): void {
		this.hash.update(bytes);
		this.bytes += bytes.length;
	}

	async *measure(source: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
		for await (const piece of source) {
			this.isCut = this.bytes + piece.length > this.longest;
			if (this.isCut) return;
			this.count(piece);
			yield piece;
		}
	}

	/** SHA-256 in hex of all that has gone by; can be asked for once. */
	sha256(): string {
		return this.hash.digest('hex');
	}
}
