/** What the default names below end in, so that a model retrained every year does not gather endings. */
const BASE_ENDING = / \(base [^()]*\)$/;

/**
 * The name a model gets when the person gives none. The same case always gives the same name,
 * since the name is part of what tells a retry from a new training.
 *
 * @param retrainedName Name of the model that is retrained; null for a new one.
 * @param baseName Display name of the base model, which usually starts with its release date; null when the service chooses.
 */
export function defaultModelName(
	retrainedName: string | null,
	locale: string,
	baseName: string | null,
): string {
	const stem = retrainedName?.replace(BASE_ENDING, '') ?? `Custom model ${locale}`;
	if (baseName === null) return stem;
	const release = /^\d{8}/.exec(baseName)?.[0] ?? baseName.replace(/[()]/g, '').trim();
	return `${stem} (base ${release})`;
}
