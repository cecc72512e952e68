import { invalidRequest } from '../http/apiError.mts';

/** Kinds that cannot be trained together; source: Microsoft Learn, "Training and testing datasets". */
const APART = ['LanguageMarkdown', 'Pronunciation'];
const MESSAGE = 'Pronunciation data cannot be combined with structured text in one training.';

/**
 * What is wrong with datasets as a combination: it is refused, or, when the quirk says so, fails the training.
 */
function faultOfCombination(
	{ service }: import('../types.mts').ViewContext,
	datasets: import('../types.mts').EntityRecord[],
): import('../types.mts').JobError | undefined {
	const quirk = service.quirks.pronunciationWithStructuredText;
	const together = APART.every((kind) => datasets.some(({ fields }) => fields.kind === kind));
	if (!together || quirk === 'taken') return undefined;
	if (quirk === 'failed') return { code: 'InvalidAdaptationMapping', message: MESSAGE };
	throw invalidRequest('InvalidAdaptationMapping', MESSAGE, 'datasets');
}

export { faultOfCombination };
