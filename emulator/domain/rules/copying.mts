import type { JsonObject } from '../json.mts';
import type {
	ContentFields,
	CopyAuthorization,
	JobEnd,
	ModelRecord,
	OperationRecord,
	Overrides,
} from '../records.mts';
import { invalid } from '../refusal.mts';
import type { Moment } from '../service.mts';
import { newRecord } from '../store/newRecord.mts';
import { authorizationShown } from './copyAuthorizations.mts';

/** A model on its way from the source to the target, which may have a clock of its own. */
export interface SentModel {
	fields: ContentFields;
	properties: JsonObject;
	overrides: Overrides;
	/** Its base model, which the target knows by another id or not at all. */
	base: Pick<ContentFields, 'displayName' | 'locale'> | null;
	/** The copy lives and fails with its operation: milliseconds until it is begun and over, and how it ends. */
	job: { startsIn: number; endsIn: number; end: JobEnd };
}

/** What a copy is at its source, before the target has taken it. */
export interface PlannedCopy {
	operation: OperationRecord;
	sent: SentModel;
}

/**
 * Plans the copying of a model. A copy has no datasets, features or project, as real ones of v3.2.
 */
export function planCopy({ service, now }: Moment, model: ModelRecord): PlannedCopy {
	const { fields, refs, properties, overrides } = structuredClone(model);
	const operation: OperationRecord = newRecord(now, {
		fields: { displayName: fields.displayName },
		job: null,
	});
	const job = service.plan('operations', operation, 'copy', now);
	operation.job = job;
	const base = refs.baseModel && service.store.get('baseModels', refs.baseModel.id);
	const sent: SentModel = {
		fields,
		properties: { ...properties, features: null },
		overrides: { ...overrides, features: null },
		base: base ? { displayName: base.fields.displayName, locale: base.fields.locale } : null,
		job: { startsIn: job.startsAt - now, endsIn: job.endsAt - now, end: job.end },
	};
	return { operation, sent };
}

/**
 * Takes a model that is copied into this resource, and uses up the authorization.
 * @returns the copy, which appears at once and can be used when the operation has succeeded
 */
export function receiveCopy(
	moment: Moment,
	shown: Pick<CopyAuthorization, 'id' | 'sourceResourceId'>,
	{ fields, properties, overrides, base, job }: SentModel,
): ModelRecord {
	const { service, now } = moment;
	const authorization = authorizationShown(moment, shown);
	const known = service.store
		.all('baseModels')
		.find(
			(one) => one.fields.displayName === base?.displayName && one.fields.locale === base.locale,
		);
	if (base && !known && service.quirks.baseOfCopy === 'needed') {
		throw invalid(
			'InvalidBaseModel',
			`The target resource has no base model '${base.displayName}'.`,
		);
	}
	const copy: ModelRecord = newRecord(now, {
		fields,
		refs: known ? { baseModel: { collection: 'baseModels', id: known.id } } : {},
		properties,
		overrides,
		job: { queuedAt: now, startsAt: now + job.startsIn, endsAt: now + job.endsIn, end: job.end },
	});
	authorization.isUsed = true;
	return service.store.add('models', copy);
}
