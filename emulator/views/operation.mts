import { statusOf } from '../time/job.mts';
import { progress } from './entityParts.mts';
import { selfUrl } from './urls.mts';

/**
 * A copy operation as the API shows it; once it succeeded it links to the new model.
 */
function operationView(
	record: import('../types.mts').EntityRecord,
	ctx: import('../types.mts').ViewContext,
) {
	const status = statusOf(record, ctx.now);
	return {
		id: record.id,
		self: selfUrl(ctx, { collection: 'operations', id: record.id }),
		...progress(record, ctx),
		...(status === 'Succeeded'
			? { result: { link: selfUrl(ctx, { collection: 'models', id: record.inner.copyId }) } }
			: {}),
		...(status === 'Failed' ? { error: record.job?.end.error } : {}),
	};
}

export { operationView };
