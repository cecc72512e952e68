import type { ByteCursor } from './byteCursor';
import type { CheckReport } from './finding';
import { BrokenArchive } from './zip/brokenArchive';
import { readDataArchive, type DataArchive } from './zip/readDataArchive';

/** Reads an archive of speech data; gives the reason when it is damaged, or must not be read. */
export async function inspectArchive(
	cursor: ByteCursor,
	report: CheckReport,
): Promise<DataArchive | BrokenArchive> {
	return await readDataArchive(cursor, report).catch(onlyBroken);
}

function onlyBroken(thrown: unknown): BrokenArchive {
	if (thrown instanceof BrokenArchive) return thrown;
	throw thrown;
}
