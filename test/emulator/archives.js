'use strict';

const { makeZip } = require('../support/makeZip.js');

/**
 * A WAV file full of silence.
 * @param {{ seconds?: number, rate?: number, channels?: number, bits?: number, tag?: number, said?: number }} [more]
 *   `said` is the length of the samples as the header has it
 */
function wavOf({ seconds = 1, rate = 16_000, channels = 1, bits = 16, tag = 1, said } = {}) {
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
 * @param {Record<string, Buffer | string>} files
 * @param {{ stored?: boolean, encrypted?: boolean, method?: number, zip64?: boolean }} [how]
 */
function zipOf(files, { encrypted = false, ...how } = {}) {
	const flags = encrypted ? 1 : 0;
	return makeZip(
		Object.entries(files).map(([name, content]) => ({ name, content, flags, ...how })),
	);
}

/**
 * An archive of audio and transcripts, one second each unless told otherwise.
 * @param {Record<string, string>} transcripts by audio file
 * @param {{ seconds?: number, mark?: string }} [how] `mark` stands before the transcripts
 */
function transcribedAudio(transcripts, { mark = '\ufeff', ...audio } = {}) {
	const lines = Object.entries(transcripts).map(([name, text]) => `${name}\t${text}\n`);
	return zipOf({
		...Object.fromEntries(Object.keys(transcripts).map((name) => [name, wavOf(audio)])),
		'trans.txt': mark + lines.join(''),
	});
}

module.exports = { wavOf, zipOf, transcribedAudio };
