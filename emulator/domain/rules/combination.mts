import type { DatasetRecord, JobError } from '../records.mts';
import { invalid } from '../refusal.mts';
import type { Moment } from '../service.mts';

/** Kinds that cannot be trained together; source: Microsoft Learn, "Training and testing datasets". */
const APART = ['LanguageMarkdown', 'Pronunciation'];
const MESSAGE = 'Pronunciation data cannot be combined with structured text in one training.';

/**
 * What is wrong with datasets as a combination: it is refused, or, when the quirk says so, fails the training.
 */
export function faultOfCombination(
	{ service }: Moment,
	datasets: DatasetRecord[],
): JobError | undefined {
	const quirk = service.quirks.pronunciationWithStructuredText;
	const together = APART.every((kind) => datasets.some(({ fields }) => fields.kind === kind));
	if (!together || quirk === 'taken') return undefined;
	if (quirk === 'failed') return { code: 'InvalidAdaptationMapping', message: MESSAGE };
	throw invalid('InvalidAdaptationMapping', MESSAGE, 'datasets');
}
