import type { ByteCursor } from '../byteCursor';
import type { EntryBody } from './entryBody';
import { type EntryName } from './entryName';
import { headOf } from './headOf';
import type { LocalHeader } from './localHeader';
import { readArchive } from './readArchive';
import { readWav, type ReadWav } from './readWav';
import { strangerOf, type Stranger } from './strangers';
import { readTranscript, type ReadText } from './transcript';
import { unpacked } from './unpacked';

/** An audio file of an archive. */
export interface AudioFile extends ReadWav {
	/** Its name without folders. */
	name: string;
	/** What its name may mean, folders included. */
	entryName: EntryName;
	/** Bytes of the unpacked file. */
	bytes: number;
	/** Checksum of its content, as the archive says. */
	crc: number;
}

/** What an archive of speech data holds, as far as the rules need it. */
export interface DataArchive {
	audio: AudioFile[];
	/** Texts of which one may be the transcripts. */
	texts: ReadText[];
	/** Folders at the top, each once. */
	folders: string[];
	/** Files that are neither. */
	strangers: Stranger[];
}

/** What macOS puts into a zip beside the files: one more for each of them. */
export const MACOS_FOLDER = '__MACOSX';
/** Endings that transcripts may have; source: Microsoft Learn, "How to create human-labeled transcriptions". */
const TRANSCRIPTS = /\.(txt|tsv)$/i;
/** Bytes from which it is told what a stranger is. */
const STRANGER_BYTES = 4 * 1024;

/**
 * Reads an archive of speech data once: all of its texts, and the first bytes of every other file.
 *
 * @param locale Of the data.
 * @param onText Told of a text when it has been read, and with null before: an archive may end within it.
 * @throws BrokenArchive when the archive is damaged, or must not be read.
 */
export async function readDataArchive(
	cursor: ByteCursor,
	locale: string,
	onText: (name: string, text: ReadText | null) => void,
): Promise<DataArchive> {
	const sounds = new Map<LocalHeader, ReadWav>();
	const folders = new Set<string>();
	const texts: ReadText[] = [];
	const strangers: Stranger[] = [];

	const visit = async (header: LocalHeader, body: EntryBody) => {
		const parts = partsOf(header.entryName);
		const name = parts[parts.length - 1];
		if (parts.length > 1) folders.add(parts[0]);
		if (name === '' || (parts[0] === MACOS_FOLDER && parts.length > 1)) return;
		if (/^(?!\._).*\.wav$/i.test(name)) sounds.set(header, await readWav(body, header));
		else if (TRANSCRIPTS.test(name)) {
			onText(name, null);
			const text = await readTranscript(unpacked(body, header), name, locale);
			texts.push(text);
			onText(name, text);
		} else strangers.push(strangerOf(name, (await headOf(body, header, STRANGER_BYTES)).bytes));
	};

	const entries = await readArchive(cursor, visit);
	const audio = entries.flatMap((entry): AudioFile[] => {
		const sound = sounds.get(entry.header);
		if (!sound) return [];
		const { entryName } = entry.header;
		const name = partsOf(entryName).pop()!;
		return [{ name, entryName, ...sound, bytes: entry.unpacked, crc: entry.crc }];
	});
	return { audio, texts, folders: [...folders], strangers };
}

/** Windows may write `\` for `/`; in a code page of East Asia the same byte is half of a letter. */
function partsOf({ shown, unmarked }: EntryName): string[] {
	return shown.split(unmarked === null ? /[/\\]/ : '/');
}
