import { ByteReader } from './byteReader.mts';
import { Unusable, atMost } from './finding.mts';
import { readWav } from './wav.mts';

export type Entry = import('./zip/zipArchive.mts').Entry;

export type ZipArchive = import('./zip/zipArchive.mts').ZipArchive;

export type Material = import('./examine.mts').Material;

export type Audio = import('./wav.mts').Audio;

export interface ArchiveParts {
	audio: Entry[];
	texts: Entry[];
	strangers: import('./finding.mts').Rejection[];
}

/**
 * Sorts what is in an archive by the names. Source: "Training and testing datasets", audio.
 */
function partsOf(entries: Entry[]): ArchiveParts {
	/** @type {ArchiveParts} */
	const parts: ArchiveParts = { audio: [], texts: [], strangers: [] };
	for (const entry of entries) {
		const { name } = entry;
		// Some programs list the folder they started from.
		if (name === '' && entry.source.fileNameLength > 0) continue;
		if (name.startsWith('__MACOSX/')) {
			parts.strangers.push({ name, reason: 'It is what macOS adds, and no audio.' });
		} else if (name.includes('/')) {
			parts.strangers.push({ name, reason: 'It is in a folder, or a folder itself.' });
		} else if (/\.wav$/i.test(name)) parts.audio.push(entry);
		else if (/\.(txt|tsv)$/i.test(name)) parts.texts.push(entry);
		else parts.strangers.push(stranger(entry));
	}
	return parts;
}

function stranger({ name }: Entry): import('./finding.mts').Rejection {
	return { name, reason: 'It is neither audio (.wav) nor the transcripts of it.' };
}

/**
 * What the chunks before the samples say of every audio file.
 */
async function readAudio(
	archive: ZipArchive,
	entries: Entry[],
	{ limits }: Material,
): Promise<Map<Entry, Audio>> {
	if (entries.length === 0) throw new Unusable('The archive holds no audio: no .wav file.');
	atMost(entries.length, limits.files, 'files in the archive');
	const audio = new Map();
	for (let at = 0; at < entries.length; at += AT_ONCE) {
		const some = entries.slice(at, at + AT_ONCE);
		const read = await Promise.all(some.map((entry) => readFile(archive, entry, limits)));
		some.forEach((entry, index) => audio.set(entry, read[index]));
	}
	return audio;
}

/** Files read at once, since each is little more than a wait for the disk. */
const AT_ONCE = 16;

async function readFile(
	archive: ZipArchive,
	entry: Entry,
	{ audioSeconds }: import('./limits.mts').Limits,
): Promise<Audio> {
	const reader = new ByteReader(archive.content(entry));
	try {
		const read = await readWav(reader, entry.size);
		const isTooLong = read.milliseconds > audioSeconds * 1000;
		return isTooLong ? { ...read, fault: `It is longer than ${audioSeconds} s.` } : read;
	} finally {
		await reader.close();
	}
}

/**
 * Counts the length of audio that is taken.
 */
function countAudio(
	finding: import('./finding.mts').Finding,
	{ milliseconds }: Audio,
	{ limits }: Material,
) {
	finding.durationMilliseconds += milliseconds;
	if (milliseconds <= limits.trainingSeconds * 1000) finding.shortAudio = true;
}

export { partsOf, stranger, readAudio, countAudio };
