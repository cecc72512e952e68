/**
 * Writes a WAV file that sounds like noise, the same at each call.
 *
 * @param options.format 1 is PCM
 * @param options.before chunks between format and sound
 * @param options.claimed bytes of sound as the header says
 * @param options.seed another one makes another noise
 */
function makeWav({
	seconds = 1,
	sampleRate = 16_000,
	channels = 1,
	bits = 16,
	format = 1,
	before = Buffer.alloc(0),
	claimed,
	seed = 1,
}: {
	seconds?: number;
	sampleRate?: number;
	channels?: number;
	bits?: number;
	format?: number;
	before?: Buffer;
	claimed?: number;
	seed?: number;
} = {}) {
	const frame = (channels * bits) / 8;
	const data = noise(Math.round(seconds * sampleRate) * frame, seed);
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
function noise(length, seed) {
	const bytes = Buffer.alloc(length);
	let state = seed;
	for (let at = 0; at + 1 < length; at += 2) {
		state = (Math.imul(state, 1_103_515_245) + 12_345) >>> 0;
		bytes.writeInt16LE((state >>> 22) - 512, at);
	}
	return bytes;
}

export { makeWav };
