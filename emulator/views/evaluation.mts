import { scoreSheets } from '../scoring/scoreSheets.mts';
import { statusOf } from '../time/job.mts';
import { failure, overlay, progress, references } from './entityParts.mts';
import { apiUrl, selfUrl } from './urls.mts';

/**
 * An evaluation as the API shows it. Before the end rates and counts read -1, and after it too when there were no
 * transcripts to measure against.
 */
function evaluationView(
	record: import('../types.mts').EntityRecord,
	ctx: import('../types.mts').ViewContext,
) {
	const done = statusOf(record, ctx.now) === 'Succeeded' && record.inner.measured !== false;
	const [one, two] = done ? scoreSheets(record, ctx).map(({ figures }) => figures) : [];
	return {
		self: selfUrl(ctx, { collection: 'evaluations', id: record.id }),
		links: { files: apiUrl(ctx, `/evaluations/${record.id}/files`) },
		properties: overlay(
			{
				...suffixed(one ?? pending, 1),
				...suffixed(two ?? pending, 2),
				...failure(record, ctx),
			},
			record,
			ctx,
		),
		...record.fields,
		...references(record, ctx),
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

function suffixed(figures: Record<string, any>, suffix: 1 | 2) {
	return Object.fromEntries(
		Object.entries(figures).map(([name, value]) => [`${name}${suffix}`, value]),
	);
}

export { evaluationView };
