import { jobState } from '../shared/speech/status';
import { JOB_KINDS, type JobKind } from '../shared/waiting/jobs';

/** The order in which an item's entities are considered. */
const ORDER: JobKind[] = ['model', 'evaluation', 'endpoint', 'dataset', 'modelCopy'];

/**
 * What an item should be waited for: the first entity it carries that is not finished,
 * or else the first it carries at all; null when it carries none.
 */
export function jobKindOfCase(json: Record<string, unknown>): JobKind | null {
	const carried = ORDER.filter((kind) => entityOf(json, kind) !== null);
	const unfinished = carried.find((kind) => {
		const { status } = entityOf(json, kind)!;
		return typeof status === 'string' && jobState(status) === 'working';
	});
	return unfinished ?? carried[0] ?? null;
}

/** The entity of a kind that an item carries; null when it carries none with an id. */
export function entityOf(json: Record<string, unknown>, kind: JobKind) {
	const value = json[JOB_KINDS[kind].caseKey];
	if (typeof value !== 'object' || value === null) return null;
	const entity = value as { id?: unknown; self?: unknown; status?: unknown };
	return (entity.id ?? entity.self) ? entity : null;
}
