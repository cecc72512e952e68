import { statusOf } from '../time/job.mts';
import { yearsAfterQuarter } from '../time/quarter.mts';
import { failure, overlay, progress, references } from './entityParts.mts';
import { modelFeatures } from './features.mts';
import { apiUrl, selfUrl } from './urls.mts';

/**
 * A custom model as the API shows it. Its dates and features are known from the moment training runs, as in the
 * official examples of a running one; a copied model tells no features.
 */
function modelView(
	record: import('../types.mts').EntityRecord,
	ctx: import('../types.mts').ViewContext,
) {
	const path = `/models/${record.id}`;
	const started = ['Running', 'Succeeded'].includes(statusOf(record, ctx.now));
	const computed = {
		...(started
			? {
					deprecationDates: { transcriptionDateTime: yearsAfterQuarter(record.createdAt, 2) },
					features: modelFeatures(record, ctx),
				}
			: {}),
		...failure(record, ctx),
	};
	return {
		self: selfUrl(ctx, { collection: 'models', id: record.id }),
		links: {
			manifest: apiUrl(ctx, `${path}/manifest`),
			copy: apiUrl(ctx, `${path}:copy`),
			files: apiUrl(ctx, `${path}/files`),
		},
		properties: overlay(computed, record, ctx),
		...record.fields,
		...references(record, ctx),
		...progress(record, ctx),
	};
}

export { modelView };
