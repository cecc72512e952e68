import type { Operation } from '../../../contract/types.d.ts';
import type { OperationRecord } from '../../domain/records.mts';
import { statusOf } from '../../domain/time/job.mts';
import type { ViewContext } from '../context.mts';
import { failure, progress } from './entityParts.mts';
import { selfUrl } from './urls.mts';

/**
 * A copy operation as the API shows it; once it succeeded it links to the new model.
 */
export function operationView(record: OperationRecord, ctx: ViewContext) {
	return {
		id: record.id,
		self: selfUrl(ctx, { collection: 'operations', id: record.id }),
		...progress(record, ctx),
		...resultOf(record, ctx),
	};
}

function resultOf(record: OperationRecord, ctx: ViewContext): Pick<Operation, 'result' | 'error'> {
	const status = statusOf(record, ctx.now);
	if (status === 'Failed') return failure(record, ctx);
	if (status !== 'Succeeded' || record.copyUrl === undefined) return {};
	return { result: { link: record.copyUrl } };
}
