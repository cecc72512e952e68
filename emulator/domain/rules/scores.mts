import type { Evaluation, ScoredModel } from '../scoring/evaluation.mts';
import { scoreSheets, type ScoreSheet } from '../scoring/scoreSheets.mts';
import type { EvaluationRecord, ModelLink } from '../records.mts';
import type { Moment } from '../service.mts';

/** A list of the files of a test asks for its scores with every page. */
const known = new WeakMap<EvaluationRecord, { key: string; sheets: ScoreSheet[] }>();

/**
 * How each of the two models of a test did.
 */
export function scoresOf(record: EvaluationRecord, { service }: Moment): ScoreSheet[] {
	const evaluation = evaluationOf(record);
	const { datasetId } = evaluation;
	const content = datasetId && service.store.get('datasets', datasetId)?.content?.sha256;
	const { tokenScores, editShares } = service.quirks;
	const key = JSON.stringify([evaluation, tokenScores, editShares, content]);
	const before = known.get(record);
	if (before?.key === key) return before.sheets;
	const sheets = scoreSheets(evaluation, service);
	known.set(record, { key, sheets });
	return sheets;
}

function evaluationOf({ id, fields, refs, properties, job }: EvaluationRecord): Evaluation {
	return {
		id,
		locale: fields.locale,
		models: [modelOf(refs.model1), modelOf(refs.model2)],
		datasetId: refs.dataset?.id,
		fixed: { ...properties, ...job?.end.properties },
	};
}

function modelOf(link: ModelLink | undefined): ScoredModel {
	return { id: link?.id ?? '', isCustom: link?.collection === 'models' };
}
