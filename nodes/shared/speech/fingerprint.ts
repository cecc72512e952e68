import { createHash } from 'node:crypto';

export interface TrainingRecipe {
	/** Null when the service is left to choose the base model. */
	baseModelId: string | null;
	datasetIds: string[];
	locale: string;
	displayName: string;
	/** Null when the service is left to choose the weight. */
	customModelWeightPercent: number | null;
}

/**
 * A key that is equal for equal trainings: SHA-256 in hex over the recipe, whatever the order of its datasets.
 * The service has no idempotency key of its own, so this stands in for one.
 */
export function trainingFingerprint(recipe: TrainingRecipe): string {
	const parts = [
		recipe.baseModelId?.toLowerCase() ?? null,
		recipe.datasetIds.map((id) => id.toLowerCase()).sort(),
		recipe.locale.toLowerCase(),
		recipe.displayName,
		recipe.customModelWeightPercent,
	];
	return fingerprintOf(parts);
}

/** A key that is equal for equal parts: SHA-256 in hex. */
export function fingerprintOf(parts: unknown[]): string {
	return sha256(JSON.stringify(parts));
}

/** What may stand behind the mark of the run: that the person wanted another one, or which one it is a twin of. */
const ANOTHER = 'another';
const TWIN_OF = 'twinOf-';

/**
 * What is kept on an entity: the fingerprint, and the mark of the run that started it.
 * The mark tells what this very run has started, before n8n tried it again, from one that was there before.
 *
 * @param run Equal for all tries of one run, different for every other run.
 * @param isAnother Whether one more was wanted, whatever was there: such a one is nobody's twin.
 */
export function markedFingerprint(fingerprint: string, run: string, isAnother = false): string {
	const marked = `${fingerprint}.${sha256(run).slice(0, 16)}`;
	return isAnother ? `${marked}.${ANOTHER}` : marked;
}

/**
 * Whether what is kept on an entity holds a fingerprint, whatever run has marked it.
 *
 * @param marked The custom property; undefined when the entity has none.
 */
export function holdsFingerprint(marked: string | undefined, fingerprint: string): boolean {
	return marked !== undefined && partsOf(marked).fingerprint === fingerprint;
}

/** Whether two entities have the same fingerprint, and who started them. */
export function startedBy(
	marked: string | undefined,
	mark: string,
): 'sameRun' | 'otherRun' | 'unknown' {
	const mine = partsOf(mark);
	const theirs = partsOf(marked ?? '');
	if (theirs.fingerprint !== mine.fingerprint || theirs.run === undefined) return 'unknown';
	return theirs.run === mine.run ? 'sameRun' : 'otherRun';
}

/** Whether an entity was started although the same was there, as wanted. */
export function isAnotherOne(marked: string | undefined): boolean {
	return partsOf(marked ?? '').note === ANOTHER;
}

/** What is kept on a twin instead of its mark, so that every later run knows for sure what it is. */
export function markedAsTwin(marked: string, oldestId: string): string {
	const { fingerprint, run } = partsOf(marked);
	return `${fingerprint}.${run}.${TWIN_OF}${oldestId}`;
}

/** The id of the entity that a marked twin has given way to; null for what is no marked twin. */
export function twinOf(marked: string | undefined): string | null {
	const { note } = partsOf(marked ?? '');
	return note?.startsWith(TWIN_OF) ? note.slice(TWIN_OF.length) : null;
}

function partsOf(marked: string): { fingerprint: string; run?: string; note?: string } {
	const [fingerprint, run, note] = marked.split('.');
	return { fingerprint, run, note };
}

function sha256(text: string): string {
	return createHash('sha256').update(text).digest('hex');
}
