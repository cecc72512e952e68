import { makeWav } from '../support/makeWav.mts';
import { zipOf } from '../support/zipOf.mts';

/**
 * An archive of audio and transcripts, one second each unless told otherwise.
 * @param transcripts by audio file
 * @param how `mark` stands before the transcripts
 */
export function transcribedAudio(
	transcripts: Record<string, string>,
	{ mark = '\ufeff', seconds }: { seconds?: number; mark?: string } = {},
): Buffer<ArrayBuffer> {
	const lines = Object.entries(transcripts).map(([name, text]) => `${name}\t${text}\n`);
	const audio = makeWav({ seconds, silent: true });
	return zipOf({
		...Object.fromEntries(Object.keys(transcripts).map((name) => [name, audio])),
		'trans.txt': mark + lines.join(''),
	});
}
