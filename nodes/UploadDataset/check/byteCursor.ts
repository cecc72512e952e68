import { release } from './release';

const NOTHING = Buffer.alloc(0);

/**
 * Reads a stream of bytes forward, in pieces of the reader's choice, and holds no more of it than is asked for.
 * What `next` and `peek` give may be read until the cursor is used again, as the pieces of its source.
 */
export class ByteCursor {
	/** Bytes read so far. */
	position = 0;
	private held: Buffer = NOTHING;
	/** Memory of the cursor's own, where pieces were joined. */
	private joined: Buffer | null = null;
	private readonly source: AsyncIterator<Buffer>;

	constructor(source: AsyncIterable<Buffer>) {
		this.source = source[Symbol.asyncIterator]();
	}

	/** The next bytes, one or more, at most the given number; null at the end. */
	async next(most = Infinity): Promise<Buffer | null> {
		if (this.held.length === 0) this.held = (await this.pull()) ?? NOTHING;
		if (this.held.length === 0) return null;
		return this.consume(Math.min(most, this.held.length));
	}

	/** The next bytes without reading them; fewer than asked for only at the end. */
	async peek(count: number): Promise<Buffer> {
		while (this.held.length < count && (await this.joinNext()));
		return this.held.subarray(0, count);
	}

	/** Reads exactly so many bytes, fewer only at the end, into memory of their own. */
	async take(count: number): Promise<Buffer> {
		const bytes = Buffer.from(await this.peek(count));
		this.consume(bytes.length);
		return bytes;
	}

	/** Copies the next bytes into the whole of a buffer; tells how many there were. */
	async fill(target: Buffer): Promise<number> {
		let filled = 0;
		while (filled < target.length) {
			const piece = await this.next(target.length - filled);
			if (!piece) break;
			filled += piece.copy(target, filled);
		}
		return filled;
	}

	/** Reads over so many bytes; tells how many there were. */
	async skip(count: number): Promise<number> {
		let left = count;
		while (left > 0) {
			const piece = await this.next(left);
			if (!piece) break;
			left -= piece.length;
		}
		return count - left;
	}

	/** Everything that is left, piece by piece. */
	async *rest(): AsyncGenerator<Buffer> {
		for (let piece = await this.next(); piece; piece = await this.next()) yield piece;
	}

	/** Lets the source go before its end. */
	async close(): Promise<void> {
		this.held = NOTHING;
		await this.source.return?.();
	}

	private consume(count: number): Buffer {
		const bytes = this.held.subarray(0, count);
		this.held = this.held.subarray(count);
		this.position += count;
		return bytes;
	}

	/** Puts the next piece behind what is held; tells whether there was one. */
	private async joinNext(): Promise<boolean> {
		const before = Buffer.from(this.held);
		const piece = await this.pull();
		if (!piece) {
			this.held = before;
			return false;
		}
		const joined = Buffer.allocUnsafeSlow(before.length + piece.length);
		before.copy(joined);
		piece.copy(joined, before.length);
		release(before);
		this.joined = joined;
		this.held = joined;
		return true;
	}

	private async pull(): Promise<Buffer | null> {
		if (this.joined) release(this.joined);
		this.joined = null;
		for (;;) {
			const { done, value } = await this.source.next();
			if (done) return null;
			if (value.length > 0) return value;
		}
	}
}
