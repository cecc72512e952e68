import type { ByteCursor } from './byteCursor';
import { BrokenArchive } from './zip/brokenArchive';
import { readsAsTranscripts } from './zip/chooseTranscripts';
import { readDataArchive, type DataArchive } from './zip/readDataArchive';

/** What an archive holds, or the reason why it cannot, or must not, be read to its end. */
export type ArchiveLook =
	| { archive: DataArchive }
	| {
			reason: BrokenArchive;
			/** Whether transcripts were seen; when not, they may be in the rest. */
			hasTranscripts: boolean;
	  };

/** What a text that cannot be read to its end is called when it is the transcripts. */
const CALLED_TRANSCRIPTS = /trans|label|script/i;

/** Reads an archive of speech data as far as it can be read. */
export async function inspectArchive(cursor: ByteCursor, locale: string): Promise<ArchiveLook> {
	let hasTranscripts = false;
	const read = await readDataArchive(cursor, locale, (name, text) => {
		hasTranscripts ||= text === null ? CALLED_TRANSCRIPTS.test(name) : readsAsTranscripts(text);
	}).catch(onlyBroken);
	if (!(read instanceof BrokenArchive)) return { archive: read };
	// What the header of the transcripts says may itself be the reason.
	const isInTranscripts =
		/\.(txt|tsv)$/i.test(read.file ?? '') && CALLED_TRANSCRIPTS.test(read.file!);
	return { reason: read, hasTranscripts: hasTranscripts || isInTranscripts };
}

function onlyBroken(thrown: unknown): BrokenArchive {
	if (thrown instanceof BrokenArchive) return thrown;
	throw thrown;
}
