import type { ContentHost } from '../content/contentHost.mts';
import type { Evaluation, ScoredModel, Scripted } from './evaluation.mts';
import { countsOf, sentencesOf, tokensOf, type Figures } from './figures.mts';
import { recognise, type Recognition } from './recognise.mts';
import { referencesOf } from './references.mts';
import { wordErrors } from './wordErrors.mts';

/** How one model did. */
export interface ScoreSheet {
	figures: Figures;
	recognitions: Recognition[];
}

/** Unless scripted; a custom model errs more with each year its base is behind. */
const USUAL_RATES = { custom: 0.065, perYear: 0.015, base: 0.12 };

/**
 * How each of the models did. Whatever a script leaves open follows from the transcripts and the model alone.
 */
export function scoreSheets(
	evaluation: Evaluation,
	{ blobs, quirks }: Pick<ContentHost, 'blobs' | 'quirks'>,
): ScoreSheet[] {
	const scripts = evaluation.models.map((_, index) => scriptOf(evaluation, index + 1));
	const references = referencesOf(blobs, evaluation, scripts);
	const words = references.reduce((sum, one) => sum + one.words.length, 0);
	return evaluation.models.map((model, index) => {
		const { id } = model;
		const script = scripts[index];
		const errors = wordErrors(words, usualRate(model), script);
		const recognitions = recognise(references, errors, id);
		const counts = countsOf(recognitions);
		const figures = {
			...counts,
			...sentencesOf(recognitions),
			...tokensOf(counts, script, quirks),
		};
		return { figures, recognitions };
	});
}

function usualRate({ isCustom, yearsBehind }: ScoredModel) {
	if (!isCustom) return USUAL_RATES.base;
	return Math.min(USUAL_RATES.base, USUAL_RATES.custom + yearsBehind * USUAL_RATES.perYear);
}

/**
 * The figures somebody fixed for one model.
 */
function scriptOf({ fixed }: Evaluation, model: number): Scripted {
	const script: Scripted = {};
	for (const [name, value] of Object.entries(fixed)) {
		const isOfModel = name.endsWith(String(model)) && typeof value === 'number';
		if (isOfModel) script[name.slice(0, -1)] = value;
	}
	return script;
}
