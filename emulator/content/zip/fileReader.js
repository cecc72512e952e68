'use strict';

const { Readable } = require('node:stream');
const { RandomAccessReader } = require('yauzl');

/** Bytes read at once: more than the chunks before the samples mostly take, and little of what follows. */
const PIECE = 16 * 1024;
/** Bytes held, so that headers which lie side by side are not read one by one. */
const WINDOW = 4 * 1024;

/**
 * Gives yauzl a file that others read too, and that is closed by whoever opened it. Its own reader does not stand a
 * stream that is left before its end while another one reads.
 */
class FileReader extends RandomAccessReader {
	/** @param {import('node:fs').promises.FileHandle} handle */
	constructor(handle) {
		super();
		this.handle = handle;
		/** @type {Set<Promise<unknown>>} */
		this.underway = new Set();
		/** @type {{ start: number, bytes: Buffer }} the last window that was read */
		this.window = { start: 0, bytes: Buffer.alloc(0) };
	}

	/**
	 * @param {number} start
	 * @param {number} end the first byte that is not read
	 */
	_readStreamForRange(start, end) {
		return Readable.from(this.pieces(start, end), { objectMode: false, highWaterMark: PIECE });
	}

	/**
	 * @param {number} start
	 * @param {number} end
	 */
	async *pieces(start, end) {
		for (let at = start; at < end; ) {
			const buffer = Buffer.allocUnsafe(Math.min(PIECE, end - at));
			const bytesRead = await this.readAt(buffer, 0, buffer.length, at);
			if (bytesRead === 0) return;
			at += bytesRead;
			yield buffer.subarray(0, bytesRead);
		}
	}

	/**
	 * @param {Buffer} buffer
	 * @param {number} offset
	 * @param {number} length
	 * @param {number} position
	 * @param {(error: Error | null, bytesRead?: any) => void} callback
	 */
	read(buffer, offset, length, position, callback) {
		const reading =
			length > WINDOW
				? this.readAt(buffer, offset, length, position)
				: this.windowWith(position, length).then(({ start, bytes }) =>
						bytes.copy(buffer, offset, position - start, position - start + length),
					);
		reading.then((count) => callback(null, count), callback);
	}

	/**
	 * @param {number} position
	 * @param {number} length
	 */
	async windowWith(position, length) {
		const { start, bytes } = this.window;
		if (position >= start && position + length <= start + bytes.length) return this.window;
		const buffer = Buffer.alloc(WINDOW);
		const count = await this.readAt(buffer, 0, WINDOW, position);
		return (this.window = { start: position, bytes: buffer.subarray(0, count) });
	}

	/**
	 * @param {Buffer} buffer
	 * @param {number} offset
	 * @param {number} length
	 * @param {number} position
	 */
	async readAt(buffer, offset, length, position) {
		const reading = this.handle.read(buffer, offset, length, position);
		this.underway.add(reading);
		try {
			return (await reading).bytesRead;
		} finally {
			this.underway.delete(reading);
		}
	}

	/** Waits until nothing is being read, so that the file can be closed. */
	async settle() {
		while (this.underway.size > 0) await Promise.allSettled(this.underway);
	}
}

module.exports = { FileReader };
