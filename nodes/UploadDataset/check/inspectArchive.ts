import type { ByteCursor } from './byteCursor';
import type { CheckReport } from './finding';
import { BrokenArchive } from './zip/brokenArchive';
import { isTranscript, readDataArchive, type DataArchive } from './zip/readDataArchive';

/** What an archive holds, or the reason why it cannot, or must not, be read to its end. */
export type ArchiveLook = {
	/** Whether transcripts were seen; when not, those of an archive not read to its end may be in the rest. */
	hasTranscripts: boolean;
} & ({ archive: DataArchive } | { reason: BrokenArchive });

/** Reads an archive of speech data as far as it can be read. */
export async function inspectArchive(
	cursor: ByteCursor,
	report: CheckReport,
): Promise<ArchiveLook> {
	let hasTranscripts = false;
	const onTranscript = () => {
		hasTranscripts = true;
	};
	const read = await readDataArchive(cursor, report, onTranscript).catch(onlyBroken);
	if (!(read instanceof BrokenArchive)) return { archive: read, hasTranscripts };
	// What the header of the transcripts says may itself be the reason.
	return { reason: read, hasTranscripts: hasTranscripts || isTranscript(read.file ?? '') };
}

function onlyBroken(thrown: unknown): BrokenArchive {
	if (thrown instanceof BrokenArchive) return thrown;
	throw thrown;
}
