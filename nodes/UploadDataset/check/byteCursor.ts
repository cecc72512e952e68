const NOTHING = Buffer.alloc(0);

/** Reads a stream of bytes forward, in pieces of the reader's choice, and holds no more of it than is asked for. */
export class ByteCursor {
	/** Bytes read so far. */
	position = 0;
	private held: Buffer = NOTHING;
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
		if (this.held.length < count) {
			const pieces = [this.held];
			let length = this.held.length;
			while (length < count) {
				const piece = await this.pull();
				if (!piece) break;
				pieces.push(piece);
				length += piece.length;
			}
			this.held = Buffer.concat(pieces);
		}
		return this.held.subarray(0, count);
	}

	/** Reads exactly so many bytes; fewer only at the end. */
	async take(count: number): Promise<Buffer> {
		await this.peek(count);
		return this.consume(Math.min(count, this.held.length));
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

	private async pull(): Promise<Buffer | null> {
		for (;;) {
			const { done, value } = await this.source.next();
			if (done) return null;
			if (value.length > 0) return value;
		}
	}
}
