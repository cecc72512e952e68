import { makeZip } from '../support/makeZip.mts';

/**
 * A WAV file full of silence.
 *   `said` is the length of the samples as the header has it
 */
function wavOf({
	seconds = 1,
	rate = 16_000,
	channels = 1,
	bits = 16,
	tag = 1,
	said,
}: {
	seconds?: number;
	rate?: number;
	channels?: number;
	bits?: number;
	tag?: number;
	said?: number;
} = {}) {
	const samples = Buffer.alloc(Math.round(seconds * rate) * channels * (bits / 8));
	const head = Buffer.alloc(44);
	head.write('RIFF', 0, 'latin1');
	head.writeUInt32LE(36 + samples.length, 4);
	head.write('WAVEfmt ', 8, 'latin1');
	head.writeUInt32LE(16, 16);
	head.writeUInt16LE(tag, 20);
	head.writeUInt16LE(channels, 22);
	head.writeUInt32LE(rate, 24);
	head.writeUInt32LE((rate * channels * bits) / 8, 28);
	head.writeUInt16LE((channels * bits) / 8, 32);
	head.writeUInt16LE(bits, 34);
	head.write('data', 36, 'latin1');
	head.writeUInt32LE(said ?? samples.length, 40);
	return Buffer.concat([head, samples]);
}

/**
 * A zip archive of files.
 */
function zipOf(
	files: Record<string, Buffer | string>,
	{
		encrypted = false,
		...how
	}: { stored?: boolean; encrypted?: boolean; method?: number; zip64?: boolean } = {},
) {
	const flags = encrypted ? 1 : 0;
	return makeZip(
		Object.entries(files).map(([name, content]) => ({ name, content, flags, ...how })),
	);
}

/**
 * An archive of audio and transcripts, one second each unless told otherwise.
 * @param transcripts by audio file
 * @param how `mark` stands before the transcripts
 */
function transcribedAudio(
	transcripts: Record<string, string>,
	{ mark = '\ufeff', ...audio }: { seconds?: number; mark?: string } = {},
) {
	const lines = Object.entries(transcripts).map(([name, text]) => `${name}\t${text}\n`);
	return zipOf({
		...Object.fromEntries(Object.keys(transcripts).map((name) => [name, wavOf(audio)])),
		'trans.txt': mark + lines.join(''),
	});
}

export { wavOf, zipOf, transcribedAudio };
