import type { ByteCursor } from '../byteCursor';

/** What a WAV file says of its sound. */
export interface WavFormat {
	isPcm: boolean;
	channels: number;
	/** Samples per second. */
	sampleRate: number;
	bitsPerSample: number;
	/** Bytes of sound as the header says; null when it leaves that open, as a recorder that streams does. */
	dataBytes: number | null;
	/** Where the sound begins, in bytes from the start of the file. */
	dataOffset: number;
}

const PCM = 1;
const EXTENSIBLE = 0xfffe;
/** From here on a length stands for one that was not known: programs that write into a pipe put in the most they can. */
const OPEN_FROM = 0x7fff0000;
const LONGEST_FORMAT = 26;

/**
 * Reads the header of a WAV file; source: Microsoft, "Multiple channel audio data and WAVE files".
 *
 * @param head The first bytes of the file.
 * @returns `more` when it goes on after them, `none` when this is no WAV file.
 */
export function readWavHeader(head: Buffer): WavFormat | 'more' | 'none' {
	const isRiff = (text: string, at: number) =>
		text.startsWith(head.toString('latin1', at, at + text.length));
	if (!isRiff('RIFF', 0) || !isRiff('WAVE', 8)) return 'none';
	let format: Omit<WavFormat, 'dataBytes' | 'dataOffset'> | null = null;
	for (let at = 12; at + 8 <= head.length; ) {
		const id = head.toString('latin1', at, at + 4);
		const size = head.readUInt32LE(at + 4);
		const begin = at + 8;
		if (id === 'data') {
			if (!format) return 'none';
			return { ...format, dataBytes: knownLength(size), dataOffset: begin };
		}
		if (id === 'fmt ') {
			if (size < 16) return 'none';
			if (begin + Math.min(size, LONGEST_FORMAT) > head.length) return 'more';
			format = readFormat(head, begin, size);
		}
		// Chunks begin at even places.
		at = begin + size + (size % 2);
	}
	return 'more';
}

/**
 * Reads the header of a WAV file chunk by chunk, however long it is; see `readWavHeader`.
 *
 * @param cursor Stands at the first byte of the file.
 * @returns null when this is no WAV file, or it ends before its sound.
 */
export async function walkWavHeader(cursor: ByteCursor): Promise<WavFormat | null> {
	await cursor.skip(12);
	let format: ReturnType<typeof readFormat> | null = null;
	for (;;) {
		const begin = await cursor.take(8);
		if (begin.length < 8) return null;
		const [id, size] = [begin.toString('latin1', 0, 4), begin.readUInt32LE(4)];
		if (id === 'data') {
			return format && { ...format, dataBytes: knownLength(size), dataOffset: cursor.position };
		}
		if (id === 'fmt ' && size < 16) return null;
		const kept = id === 'fmt ' ? await cursor.take(Math.min(size, LONGEST_FORMAT)) : null;
		if (kept) format = readFormat(kept, 0, kept.length);
		await cursor.skip(size + (size % 2) - (kept?.length ?? 0));
	}
}

function knownLength(size: number): number | null {
	return size === 0 || size >= OPEN_FROM ? null : size;
}

function readFormat(head: Buffer, begin: number, size: number) {
	const tag = head.readUInt16LE(begin);
	const real = tag === EXTENSIBLE && size >= 26 ? head.readUInt16LE(begin + 24) : tag;
	return {
		isPcm: real === PCM,
		channels: head.readUInt16LE(begin + 2),
		sampleRate: head.readUInt32LE(begin + 4),
		bitsPerSample: head.readUInt16LE(begin + 14),
	};
}
