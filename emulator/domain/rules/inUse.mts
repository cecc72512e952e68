import type { DatasetRecord, Link, ModelRecord } from '../records.mts';
import { Refusal } from '../refusal.mts';
import type { Moment } from '../service.mts';
import { statusOf } from '../time/job.mts';
import { servingModel } from './expiry.mts';

/**
 * A model behind an endpoint stays: the one it is to have, and the one that serves as long as that one does not.
 */
export function modelIsFree({ service, now }: Moment, model: ModelRecord) {
	const user = service.store
		.all('endpoints')
		.find((one) => [one.refs.model, servingModel(one, now)].some((link) => link?.id === model.id));
	if (user) throw inUse(`The model is used by endpoint ${user.id}.`);
}

/**
 * A dataset some model was or will be trained with stays, unless that training failed.
 */
export function datasetIsFree({ service, now }: Moment, dataset: DatasetRecord) {
	const pointsToIt = ({ id }: Link) => id === dataset.id;
	const user = service.store
		.all('models')
		.filter((model) => statusOf(model, now) !== 'Failed')
		.find((model) => model.refs.datasets?.some(pointsToIt));
	if (user) throw inUse(`The dataset is used by model ${user.id}.`);
}

function inUse(message: string) {
	return new Refusal('inUse', message, 'InUseViolation');
}
