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

/**
 * What is kept on an entity: the fingerprint, and the mark of the run that started it.
 * The mark tells what this very run has started, before n8n tried it again, from one that was there before.
 *
 * @param run Equal for all tries of one run, different for every other run.
 */
export function markedFingerprint(fingerprint: string, run: string): string {
	return `${fingerprint}.${sha256(run).slice(0, 16)}`;
}

/**
 * Whether what is kept on an entity holds a fingerprint, whatever run has marked it.
 *
 * @param marked The custom property; undefined when the entity has none.
 */
export function holdsFingerprint(marked: string | undefined, fingerprint: string): boolean {
	return marked?.split('.')[0] === fingerprint;
}

function sha256(text: string): string {
	return createHash('sha256').update(text).digest('hex');
}
