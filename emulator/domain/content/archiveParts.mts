import { ByteReader } from './byteReader.mts';
import { Unusable, atMost, type Finding, type Rejection } from './finding.mts';
import type { Limits } from './limits.mts';
import type { Material } from './material.mts';
import { readWav, type Audio } from './wav.mts';
import type { Entry } from './zip/entry.mts';
import type { ZipArchive } from './zip/zipArchive.mts';

export interface ArchiveParts {
	audio: Entry[];
	texts: Entry[];
	/** What is neither. */
	strangers: Rejection[];
}

/**
 * Sorts what is in an archive by the names. Source: "Training and testing datasets", audio.
 */
export function partsOf(entries: readonly Entry[]): ArchiveParts {
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

export function stranger({ name }: Entry): Rejection {
	return { name, reason: 'It is neither audio (.wav) nor the transcripts of it.' };
}

/**
 * What the chunks before the samples say of every audio file.
 */
export async function readAudio(
	archive: ZipArchive,
	entries: Entry[],
	{ limits }: Material,
): Promise<Map<Entry, Audio>> {
	if (entries.length === 0) throw new Unusable('The archive contains no audio: no .wav file.');
	atMost(entries.length, limits.files, 'files in the archive');
	const audio = new Map<Entry, Audio>();
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
	{ audioSeconds }: Limits,
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
export function countAudio(finding: Finding, { milliseconds }: Audio, { limits }: Material) {
	finding.durationMilliseconds += milliseconds;
	if (milliseconds <= limits.trainingSeconds * 1000) finding.shortAudio = true;
}
