import type { AudioFile } from './zip/readDataArchive';
import type { ReadText } from './zip/transcript';

/** What tells whether two datasets share data. Lines are kept as digests. */
export interface Signature {
	/** Names of the audio files, by what they hold. */
	files: Map<string, string>;
	/** Lines of the transcripts, by what is said in them. */
	lines: Map<string, number>;
	/** What the text of the transcripts is called; empty when there is none. */
	transcripts: string;
}

/** The signature of an archive. Equal checksum and size stand for equal content, whatever the file is called. */
export function signatureOf(audio: AudioFile[], transcripts: ReadText | null): Signature {
	const files = audio.map(({ crc, bytes, name }): [string, string] => [`${crc}/${bytes}`, name]);
	const lines = (transcripts?.lines ?? []).flatMap(
		({ digest, number }): Array<[string, number]> => (digest === null ? [] : [[digest, number]]),
	);
	return { files: new Map(files), lines: new Map(lines), transcripts: transcripts?.name ?? '' };
}
