import type { Entity } from '../records.mts';
import type { Moment } from '../service.mts';

/** How late what was made is listed, by the emulator's clock. */
const LATE_MS = 2_000;

/**
 * What lists show at a moment: without what was just made, when the quirk wants it.
 */
export function listedRecords<R extends Entity>(
	{ service, now }: Moment,
	records: readonly R[],
): readonly R[] {
	if (service.quirks.madeIsListed === 'atOnce') return records;
	return records.filter(({ createdAt }) => createdAt + LATE_MS <= now);
}
