import type { EvaluationProperties } from '../../../contract/types.d.ts';
import type { EvaluationRecord } from '../../domain/records.mts';
import { scoresOf } from '../../domain/rules/scores.mts';
import { statusOf } from '../../domain/time/job.mts';
import type { ViewContext } from '../context.mts';
import { failure, overlay, progress, projectReference } from './entityParts.mts';
import { apiUrl, reference, selfUrl } from './urls.mts';

/**
 * An evaluation as the API shows it. Before the end rates and counts read -1, and after it too when there were no
 * transcripts to measure against.
 */
export function evaluationView(record: EvaluationRecord, ctx: ViewContext) {
	const done = statusOf(record, ctx.now) === 'Succeeded' && record.measured !== false;
	const figures = done ? scoresOf(record, ctx).map((one) => one.figures) : [];
	const computed: EvaluationProperties = {
		...suffixed(figures.at(0) ?? pending, 1),
		...suffixed(figures.at(1) ?? pending, 2),
		...failure(record, ctx),
	};
	const { model1, model2, dataset } = record.refs;
	return {
		self: selfUrl(ctx, { collection: 'evaluations', id: record.id }),
		links: { files: apiUrl(ctx, `/evaluations/${record.id}/files`) },
		properties: overlay(computed, record, ctx),
		...record.fields,
		...projectReference(record, ctx),
		...(model1 && { model1: reference(ctx, model1) }),
		...(model2 && { model2: reference(ctx, model2) }),
		...(dataset && { dataset: reference(ctx, dataset) }),
		...progress(record, ctx),
	};
}

const pending = {
	wordErrorRate: -1,
	sentenceErrorRate: -1,
	sentenceCount: -1,
	wordCount: -1,
	correctWordCount: -1,
	wordSubstitutionCount: -1,
	wordDeletionCount: -1,
	wordInsertionCount: -1,
};

function suffixed(figures: object, suffix: 1 | 2) {
	return Object.fromEntries(
		Object.entries(figures).map(([name, value]) => [`${name}${suffix}`, value]),
	);
}
