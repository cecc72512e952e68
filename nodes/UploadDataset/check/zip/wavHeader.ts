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

/** Bytes looked at for where the sound begins; notes and pictures may stand before it. */
export const LONGEST_HEADER = 1024 * 1024;

const PCM = 1;
const EXTENSIBLE = 0xfffe;
const OPEN = [0, 0xffffffff];

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
			return { ...format, dataBytes: OPEN.includes(size) ? null : size, dataOffset: begin };
		}
		if (id === 'fmt ') {
			if (size < 16) return 'none';
			if (begin + Math.min(size, 26) > head.length) return 'more';
			format = readFormat(head, begin, size);
		}
		// Chunks begin at even places.
		at = begin + size + (size % 2);
	}
	return 'more';
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
