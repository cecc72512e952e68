import type { ByteCursor } from '../byteCursor';
import type { CheckReport } from '../finding';
import type { EntryBody } from './entryBody';
import type { LocalHeader } from './localHeader';
import { readArchive } from './readArchive';
import { readWav } from './readWav';
import { readTranscript, TRANSCRIPT, type TranscriptLine } from './transcript';
import { unpacked } from './unpacked';
import type { WavFormat } from './wavHeader';

/** An audio file of an archive. */
export interface AudioFile {
	/** Its name without folders. */
	name: string;
	/** Null when it is no WAV file, or its header goes on without end. */
	wav: WavFormat | null;
	/** Bytes of the unpacked file. */
	bytes: number;
	/** Checksum of its content, as the archive says. */
	crc: number;
}

/** What an archive of speech data holds, as far as the rules need it. */
export interface DataArchive {
	audio: AudioFile[];
	/** Null when there are none; what is wrong in them has been told. */
	transcripts: TranscriptLine[] | null;
	/** Folders at the top, each once. */
	folders: string[];
	/** Names of files that are neither. */
	others: string[];
}

/** What macOS puts into a zip beside the files: one more for each of them. */
export const MACOS_FOLDER = '__MACOSX';

/**
 * Reads an archive of speech data once: all of its transcripts, and the first bytes of every audio file.
 *
 * @param report Learns what is wrong in the transcripts.
 * @param onTranscript Told when an entry has the name of transcripts, before it is read.
 * @throws BrokenArchive when the archive is damaged, or must not be read.
 */
export async function readDataArchive(
	cursor: ByteCursor,
	report: CheckReport,
	onTranscript: () => void,
): Promise<DataArchive> {
	const headers = new Map<string, WavFormat | null>();
	const folders = new Set<string>();
	const others: string[] = [];
	let transcripts: TranscriptLine[] | null = null;

	const visit = async (header: LocalHeader, body: EntryBody) => {
		const parts = partsOf(header.name);
		const name = parts[parts.length - 1];
		if (parts.length > 1) folders.add(parts[0]);
		if (parts[0] === MACOS_FOLDER && parts.length > 1) return;
		if (/\.wav$/i.test(name)) headers.set(header.name, await readWav(body, header));
		else if (isTranscript(name) && transcripts === null) {
			onTranscript();
			transcripts = await readTranscript(unpacked(body, header), report);
		} else if (name !== '') others.push(name);
	};

	const entries = await readArchive(cursor, visit);
	const audio = entries
		.filter(({ name }) => headers.has(name))
		.map(({ name, crc, unpacked: bytes }) => ({
			name: partsOf(name).pop()!,
			wav: headers.get(name)!,
			bytes,
			crc,
		}));
	return { audio, transcripts, folders: [...folders], others };
}

/** Whether an entry has the name of transcripts, in whatever folder. */
export function isTranscript(path: string): boolean {
	return partsOf(path).pop()!.toLowerCase() === TRANSCRIPT;
}

function partsOf(path: string): string[] {
	return path.split(/[/\\]/);
}
