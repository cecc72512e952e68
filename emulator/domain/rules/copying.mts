import type { ModelRecord, OperationRecord } from '../records.mts';
import type { Moment } from '../service.mts';
import { newRecord } from '../store/newRecord.mts';

/**
 * Starts the copying of a model, whose copy appears beside it. A copy has no datasets, features or project, as real
 * ones of v3.2.
 */
export function startCopy({ service, now }: Moment, model: ModelRecord): OperationRecord {
	const { fields, refs, properties, overrides } = structuredClone(model);
	const operation: OperationRecord = newRecord(now, {
		fields: { displayName: fields.displayName },
		job: null,
	});
	const job = service.plan('operations', operation, 'copy', now);
	operation.job = job;
	const twin: ModelRecord = newRecord(now, {
		fields,
		refs: refs.baseModel ? { baseModel: refs.baseModel } : {},
		properties: { ...properties, features: null },
		overrides: { ...overrides, features: null },
		// The copy lives and fails with its operation.
		job: structuredClone(job),
	});
	operation.copyId = twin.id;
	service.store.add('operations', operation);
	service.store.add('models', twin);
	return operation;
}
