import type { BaseModelRecord, EndpointRecord, ModelLink, ModelRecord } from '../records.mts';
import type { Moment } from '../service.mts';
import { baseDeprecation, modelEnd } from './deprecation.mts';
import { lacksEndpoints } from './features.mts';

/**
 * Whether recognition with a model has ended.
 */
export function isExpired(moment: Moment, link: ModelLink) {
	const record = moment.service.store.get(link.collection, link.id);
	return record !== undefined && hasEnded(record, moment.now);
}

function hasEnded(record: ModelRecord | BaseModelRecord, now: number) {
	const end = 'refs' in record ? modelEnd(record, now) : baseDeprecation(record, now).recognition;
	return end !== undefined && end <= now;
}

/**
 * The model an endpoint has in service, expired or not: none before it ever succeeded, and the one before as long as
 * a change of model has not succeeded, or has not reached what serves.
 */
export function servingModel(
	{ job, refs, previousModel, servesFrom = -Infinity }: EndpointRecord,
	now: number,
): ModelLink | undefined {
	const changing = job && (now < job.endsAt || job.end.status !== 'Succeeded' || now < servesFrom);
	return changing ? previousModel : refs.model;
}

/**
 * What an endpoint really answers with: its model, the one before while a change is under way, or,
 * once that has expired, the newest base model of the locale. The API never tells.
 */
export function servedBy(
	moment: Moment,
	endpoint: EndpointRecord,
): { model: ModelLink | undefined; fallsBack: boolean } {
	const wanted = servingModel(endpoint, moment.now);
	if (!wanted) return { model: undefined, fallsBack: false };
	if (!isExpired(moment, wanted)) return { model: wanted, fallsBack: false };
	const newest = moment.service.store
		.all('baseModels')
		.filter((base) => base.fields.locale === endpoint.fields.locale && !lacksEndpoints(base))
		.sort((one, other) => other.createdAt - one.createdAt)
		.at(0);
	return {
		model: newest && { collection: 'baseModels', id: newest.id },
		fallsBack: true,
	};
}
