import type { FileHandle } from 'node:fs/promises';
import { Readable } from 'node:stream';
import { RandomAccessReader } from 'yauzl';

/** Bytes read at once: more than the chunks before the samples mostly take, and little of what follows. */
const PIECE = 16 * 1024;
/** Bytes held, so that headers which lie side by side are not read one by one. */
const WINDOW = 4 * 1024;

/** Bytes of the file, and where they begin. */
interface Window {
	start: number;
	bytes: Buffer;
}

/**
 * Gives yauzl a file that others read too, and that is closed by whoever opened it. Its own reader does not stand a
 * stream that is left before its end while another one reads.
 */
export class FileReader extends RandomAccessReader {
	private readonly handle: FileHandle;
	private readonly underway = new Set<Promise<unknown>>();
	/** The last window that was read. */
	private window: Window = { start: 0, bytes: Buffer.alloc(0) };

	constructor(handle: FileHandle) {
		super();
		this.handle = handle;
	}

	/**
	 * @param end the first byte that is not read
	 */
	_readStreamForRange(start: number, end: number) {
		return Readable.from(this.pieces(start, end), { objectMode: false, highWaterMark: PIECE });
	}

	private async *pieces(start: number, end: number) {
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
		callback: (error: Error | null, bytesRead?: number) => void,
	) {
		const reading =
			length > WINDOW
				? this.readAt(buffer, offset, length, position)
				: this.windowWith(position, length).then(({ start, bytes }) =>
						bytes.copy(buffer, offset, position - start, position - start + length),
					);
		reading.then((count) => {
			callback(null, count);
		}, callback);
	}

	private async windowWith(position: number, length: number): Promise<Window> {
		const { start, bytes } = this.window;
		if (position >= start && position + length <= start + bytes.length) return this.window;
		const buffer = Buffer.alloc(WINDOW);
		const count = await this.readAt(buffer, 0, WINDOW, position);
		return (this.window = { start: position, bytes: buffer.subarray(0, count) });
	}

	private async readAt(buffer: Buffer, offset: number, length: number, position: number) {
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
