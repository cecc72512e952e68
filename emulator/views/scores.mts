import type { Evaluation, ScoredModel } from '../scoring/evaluation.mts';
import { scoreSheets, type ScoreSheet } from '../scoring/scoreSheets.mts';
import type { EntityRecord, Link, ViewContext } from '../types.mts';

/** A list of the files of an evaluation asks for its scores with every page. */
const known = new WeakMap<EntityRecord, { key: string; sheets: ScoreSheet[] }>();

/**
 * How each of the two models of an evaluation did.
 */
export function scoresOf(record: EntityRecord, { service }: ViewContext): ScoreSheet[] {
	const evaluation = evaluationOf(record);
	const { datasetId } = evaluation;
	const content = datasetId && service.store.get('datasets', datasetId)?.inner.content?.sha256;
	const { tokenScores, editShares } = service.quirks;
	const key = JSON.stringify([evaluation, tokenScores, editShares, content]);
	const before = known.get(record);
	if (before?.key === key) return before.sheets;
	const sheets = scoreSheets(evaluation, service);
	known.set(record, { key, sheets });
	return sheets;
}

function evaluationOf(record: EntityRecord): Evaluation {
	return {
		id: record.id,
		locale: record.fields.locale,
		models: [modelOf(linkOf(record, 'model1')), modelOf(linkOf(record, 'model2'))],
		datasetId: linkOf(record, 'dataset')?.id,
		fixed: { ...record.properties, ...record.job?.end.properties },
	};
}

function modelOf(link: Link | undefined): ScoredModel {
	return { id: link?.id ?? '', isCustom: link?.collection === 'models' };
}

function linkOf({ refs }: EntityRecord, name: string): Link | undefined {
	const link = refs[name];
	return Array.isArray(link) ? undefined : link;
}
