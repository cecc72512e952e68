import { ByteCursor } from '../byteCursor';
import { foreignFormat } from '../fileFormats';
import type { EntryBody } from './entryBody';
import { headOf } from './headOf';
import type { LocalHeader } from './localHeader';
import { readWavHeader, walkWavHeader, type WavFormat } from './wavHeader';

/** Bytes looked at first, which is where nearly every header ends. */
const FIRST_BYTES = 4 * 1024;

/** What a file that is called WAV turns out to be. */
export interface ReadWav {
	/** Null when it is no WAV file, or its header goes on without end. */
	wav: WavFormat | null;
	/** What it is instead, such as `an MP3 file`; null when that cannot be told. */
	is: string | null;
}

/**
 * The header of a WAV file in an archive. No more of the file is unpacked than its header, which may be long:
 * pictures and notes stand before the sound.
 *
 * @throws BrokenArchive when the packed bytes are damaged.
 */
export async function readWav(body: EntryBody, header: LocalHeader): Promise<ReadWav> {
	const head = await headOf(body, header, FIRST_BYTES);
	const found = readWavHeader(head.bytes);
	if (found === 'none') return { wav: null, is: foreignFormat(head.bytes)?.is ?? null };
	if (found !== 'more') return { wav: found, is: null };
	if (head.isWhole) return { wav: null, is: null };
	const cursor = new ByteCursor(head.fromStart());
	try {
		return { wav: await walkWavHeader(cursor), is: null };
	} finally {
		await cursor.close();
	}
}
