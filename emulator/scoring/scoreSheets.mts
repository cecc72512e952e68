import { countsOf, sentencesOf, tokensOf } from './figures.mts';
import { recognise } from './recognise.mts';
import { referencesOf } from './references.mts';
import { wordErrors } from './wordErrors.mts';

export type EntityRecord = import('../types.mts').EntityRecord;

export type ViewContext = import('../types.mts').ViewContext;

export type Scripted = import('./references.mts').Scripted;

export type ScoreSheet = {
	figures: Record<string, any>;
	recognitions: import('./recognise.mts').Recognition[];
};

/** A custom model makes 6.5 % errors, a base model 12 %, unless scripted. */
const USUAL_RATES = { models: 0.065, baseModels: 0.12 };

/** @type {WeakMap<EntityRecord, { key: string, sheets: ScoreSheet[] }>} */
const known: WeakMap<EntityRecord, { key: string; sheets: ScoreSheet[] }> = new WeakMap();

/**
 * How each of the two models did. Whatever a script leaves open follows from the transcripts and the model alone.
 * @param record an evaluation
 */
function scoreSheets(record: EntityRecord, { service }: ViewContext): ScoreSheet[] {
	const scripts = ['1', '2'].map((suffix) => scriptOf(record, suffix));
	const { tokenScores, editShares } = service.quirks;
	const dataset = record.refs.dataset as import('../types.mts').Link | undefined;
	const content = dataset && service.store.get('datasets', dataset.id)?.inner.content?.sha256;
	const key = JSON.stringify([scripts, tokenScores, editShares, record.refs, content]);
	const before = known.get(record);
	if (before?.key === key) return before.sheets;
	const references = referencesOf(service, record, scripts);
	const words = references.reduce((sum, one) => sum + one.words.length, 0);
	const sheets = scripts.map((script, index) => {
		const link = record.refs[`model${index + 1}`] as import('../types.mts').Link | undefined;
		const usual = USUAL_RATES[link?.collection === 'models' ? 'models' : 'baseModels'];
		const errors = wordErrors(words, usual, script);
		const recognitions = recognise(references, errors, link?.id ?? '');
		const counts = countsOf(recognitions);
		const figures = {
			...counts,
			...sentencesOf(recognitions),
			...tokensOf(counts, script, service.quirks),
		};
		return { figures, recognitions };
	});
	known.set(record, { key, sheets });
	return sheets;
}

/**
 * The figures somebody fixed for one model, by hand or by a script.
 */
function scriptOf(record: EntityRecord, suffix: string): Scripted {
	const fixed = { ...record.properties, ...record.job?.end.properties };
	return Object.fromEntries(
		Object.entries(fixed)
			.filter(([name, value]) => name.endsWith(suffix) && typeof value === 'number')
			.map(([name, value]) => [name.slice(0, -1), value]),
	);
}

export { scoreSheets };
