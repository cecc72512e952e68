import type { Evaluation, ScoredModel } from '../scoring/evaluation.mts';
import { scoreSheets, type ScoreSheet } from '../scoring/scoreSheets.mts';
import type { EvaluationRecord, ModelLink } from '../records.mts';
import type { Moment, Service } from '../service.mts';

const YEAR = 365 * 86_400_000;

/** A list of the files of a test asks for its scores with every page. */
const known = new WeakMap<EvaluationRecord, { key: string; sheets: ScoreSheet[] }>();

/**
 * How each of the two models of a test did.
 */
export function scoresOf(record: EvaluationRecord, { service }: Moment): ScoreSheet[] {
	const evaluation = evaluationOf(record, service);
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

function evaluationOf(record: EvaluationRecord, service: Service): Evaluation {
	const { id, fields, refs, properties, job } = record;
	const modelOf = (link: ModelLink | undefined): ScoredModel => ({
		id: link?.id ?? '',
		isCustom: link?.collection === 'models',
		yearsBehind: yearsBehind(link, record, service),
	});
	return {
		id,
		locale: fields.locale,
		models: [modelOf(refs.model1), modelOf(refs.model2)],
		datasetId: refs.dataset?.id,
		fixed: { ...properties, ...job?.end.properties },
	};
}

/** How many full years old the base of a custom model is when a test of it is created. */
function yearsBehind(
	link: ModelLink | undefined,
	{ createdAt }: EvaluationRecord,
	{ store }: Service,
): number {
	const model = link?.collection === 'models' ? store.get('models', link.id) : undefined;
	const baseId = model?.refs.baseModel?.id;
	const base = baseId === undefined ? undefined : store.get('baseModels', baseId);
	return base ? Math.max(0, Math.floor((createdAt - base.createdAt) / YEAR)) : 0;
}
