/** What a WAV file is like. */
export interface WavForm {
	seconds?: number;
	sampleRate?: number;
	channels?: number;
	bits?: number;
	/** 1 is PCM. */
	format?: number;
	/** Chunks between format and sound. */
	before?: Buffer;
	/** Bytes of sound as the header says. */
	claimed?: number;
	/** Another one makes another noise. */
	seed?: number;
	/** Silence in place of noise, which is made sooner and packs to nearly nothing. */
	silent?: boolean;
	/** The sound itself, in place of so many seconds of noise. */
	samples?: Buffer;
}

/** Writes a WAV file that sounds like noise, the same at each call. */
export function makeWav({
	seconds = 1,
	sampleRate = 16_000,
	channels = 1,
	bits = 16,
	format = 1,
	before = Buffer.alloc(0),
	claimed,
	seed = 1,
	silent = false,
	samples,
}: WavForm = {}): Buffer<ArrayBuffer> {
	const frame = (channels * bits) / 8;
	const length = Math.round(seconds * sampleRate) * frame;
	const data = samples ?? (silent ? Buffer.alloc(length) : noise(length, seed));
	const header = Buffer.alloc(36);
	header.write('RIFF', 0);
	header.writeUInt32LE((36 + before.length + data.length) % 2 ** 32, 4);
	header.write('WAVEfmt ', 8);
	header.writeUInt32LE(16, 16);
	header.writeUInt16LE(format, 20);
	header.writeUInt16LE(channels, 22);
	header.writeUInt32LE(sampleRate, 24);
	header.writeUInt32LE(sampleRate * frame, 28);
	header.writeUInt16LE(frame, 32);
	header.writeUInt16LE(bits, 34);
	const begin = Buffer.alloc(8);
	begin.write('data', 0);
	begin.writeUInt32LE(claimed ?? data.length, 4);
	return Buffer.concat([header, before, begin, data]);
}

/** Soft noise, which packs to about a half as speech does. */
function noise(length: number, seed: number) {
	const bytes = Buffer.alloc(length);
	let state = seed;
	for (let at = 0; at + 1 < length; at += 2) {
		state = (Math.imul(state, 1_103_515_245) + 12_345) >>> 0;
		bytes.writeInt16LE((state >>> 22) - 512, at);
	}
	return bytes;
}
