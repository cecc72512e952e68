import type { DataArchive } from './zip/readDataArchive';

/** What tells whether two datasets share data. Lines are kept as digests. */
export interface Signature {
	/** Names of the audio files, by what they hold. */
	files: Map<string, string>;
	/** Lines of the transcripts, by what is said in them. */
	lines: Map<string, number>;
}

/** The signature of an archive. Equal checksum and size stand for equal content, whatever the file is called. */
export function signatureOf({ audio, transcripts }: DataArchive): Signature {
	const files = audio.map(({ crc, bytes, name }): [string, string] => [`${crc}/${bytes}`, name]);
	const lines = (transcripts ?? []).flatMap(
		({ digest, number }): Array<[string, number]> => (digest === null ? [] : [[digest, number]]),
	);
	return { files: new Map(files), lines: new Map(lines) };
}
