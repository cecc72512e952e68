/** Bytes that come in pieces, read forward. No more than one piece and what is asked for is held. */
class ByteReader {
	pieces: any;
	position: any;
	held: Buffer;

	/** @param {AsyncIterable<Uint8Array>} pieces */
	constructor(pieces: AsyncIterable<Uint8Array>) {
		this.pieces = pieces[Symbol.asyncIterator]();
		/** How many bytes have been taken or skipped. */
		this.position = 0;
		/** @type {Buffer} */
		this.held = Buffer.alloc(0);
	}

	/**
	 * The next bytes, fewer at the end, which stay to be taken.
	 */
	async peek(count: number) {
		const parts = [this.held];
		let length = this.held.length;
		while (length < count) {
			const piece = await this.next();
			if (!piece) break;
			parts.push(piece);
			length += piece.length;
		}
		if (parts.length > 1) this.held = Buffer.concat(parts);
		return this.held.subarray(0, count);
	}

	/**
	 * The next bytes, fewer at the end.
	 */
	async take(count: number) {
		const bytes = await this.peek(count);
		this.position += bytes.length;
		this.held = this.held.subarray(bytes.length);
		return bytes;
	}

	/** @param {number} count */
	async skip(count: number) {
		let left = count;
		while (left > this.held.length) {
			this.position += this.held.length;
			left -= this.held.length;
			const piece = await this.next();
			this.held = piece ?? Buffer.alloc(0);
			if (!piece) return;
		}
		this.position += left;
		this.held = this.held.subarray(left);
	}

	/** @returns {AsyncGenerator<Buffer>} all that is left */
	async *rest(): AsyncGenerator<Buffer> {
		if (this.held.length > 0) yield this.held;
		for (let piece = await this.next(); piece; piece = await this.next()) yield piece;
	}

	/** Reads no further. */
	async close() {
		await this.pieces.return?.();
	}

	/** @returns {Promise<Buffer | undefined>} */
	async next(): Promise<Buffer | undefined> {
		const { value, done } = await this.pieces.next();
		return done ? undefined : Buffer.from(value.buffer, value.byteOffset, value.length);
	}
}

export { ByteReader };
