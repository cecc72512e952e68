import { Readable } from 'node:stream';
import { RandomAccessReader } from 'yauzl';

/** Bytes read at once: more than the chunks before the samples mostly take, and little of what follows. */
const PIECE = 16 * 1024;
/** Bytes held, so that headers which lie side by side are not read one by one. */
const WINDOW = 4 * 1024;

/**
 * Gives yauzl a file that others read too, and that is closed by whoever opened it. Its own reader does not stand a
 * stream that is left before its end while another one reads.
 */
class FileReader extends RandomAccessReader {
	handle: any;
	underway: Set<Promise<unknown>>;
	window: any;

	/** @param {import('node:fs').promises.FileHandle} handle */
	constructor(handle: import('node:fs').promises.FileHandle) {
		super();
		this.handle = handle;
		/** @type {Set<Promise<unknown>>} */
		this.underway = new Set();
		/** @type {{ start: number, bytes: Buffer }} the last window that was read */
		this.window = { start: 0, bytes: Buffer.alloc(0) };
	}

	/**
	 * @param end the first byte that is not read
	 */
	_readStreamForRange(start: number, end: number) {
		return Readable.from(this.pieces(start, end), { objectMode: false, highWaterMark: PIECE });
	}

	async *pieces(start: number, end: number) {
		for (let at = start; at < end; ) {
			const buffer = Buffer.allocUnsafe(Math.min(PIECE, end - at));
			const bytesRead = await this.readAt(buffer, 0, buffer.length, at);
			if (bytesRead === 0) return;
			at += bytesRead;
			yield buffer.subarray(0, bytesRead);
		}
	}

	read(
		buffer: Buffer,
		offset: number,
		length: number,
		position: number,
		callback: (error: Error | null, bytesRead?: any) => void,
	) {
		const reading =
			length > WINDOW
				? this.readAt(buffer, offset, length, position)
				: this.windowWith(position, length).then(({ start, bytes }) =>
						bytes.copy(buffer, offset, position - start, position - start + length),
					);
		reading.then((count) => callback(null, count), callback);
	}

	async windowWith(position: number, length: number) {
		const { start, bytes } = this.window;
		if (position >= start && position + length <= start + bytes.length) return this.window;
		const buffer = Buffer.alloc(WINDOW);
		const count = await this.readAt(buffer, 0, WINDOW, position);
		return (this.window = { start: position, bytes: buffer.subarray(0, count) });
	}

	async readAt(buffer: Buffer, offset: number, length: number, position: number) {
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

export { FileReader };
