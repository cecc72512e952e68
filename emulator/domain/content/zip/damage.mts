import { Unusable } from '../finding.mts';

/** What yauzl says, and the same for a person. */
const SENTENCES: [RegExp, string][] = [
	[/End of central directory/, 'The content is not a zip archive, or its end is missing.'],
	[/multi-disk/, 'The zip archive is one part of several.'],
	[/comment length/, 'The zip archive has bytes after its end, or its end is cut off.'],
	[/strong encryption/, 'The zip archive is encrypted.'],
];

/**
 * An archive that cannot be read.
 * @param name of the entry it is about
 */
export function damaged(name?: string) {
	return new Unusable(`The zip archive is damaged${name ? ` at '${name}'` : ''}.`);
}

/**
 * What yauzl throws, as the end of the content.
 */
export function asUnusable(error: unknown): Error {
	if (error instanceof Unusable || !(error instanceof Error)) throw error;
	// Faults of the disk are none of the archive.
	if ('syscall' in error) throw error;
	const sentence = SENTENCES.find(([pattern]) => pattern.test(error.message))?.[1];
	return new Unusable(sentence ?? `The zip archive is damaged: ${error.message}.`);
}
