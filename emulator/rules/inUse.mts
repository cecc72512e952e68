import { conflict } from '../http/apiError.mts';
import { statusOf } from '../time/job.mts';
import { servingModel } from './expiry.mts';

export type ViewContext = import('../types.mts').ViewContext;

export type EntityRecord = import('../types.mts').EntityRecord;

/**
 * A model behind an endpoint stays: the one it is to have, and the one that serves as long as that one does not.
 */
function modelIsFree(ctx: ViewContext, model: EntityRecord) {
	const user = ctx.service.store
		.all('endpoints')
		.find((one) =>
			[one.refs.model, servingModel(one, ctx.now)].some((link) => pointsTo(link, model.id)),
		);
	if (user) refuse(ctx, `The model is used by endpoint ${user.id}.`);
}

/**
 * A dataset some model was or will be trained with stays, unless that training failed.
 */
function datasetIsFree(ctx: ViewContext, dataset: EntityRecord) {
	const user = ctx.service.store
		.all('models')
		.filter((model) => statusOf(model, ctx.now) !== 'Failed')
		.find((model) => pointsTo(model.refs.datasets, dataset.id));
	if (user) refuse(ctx, `The dataset is used by model ${user.id}.`);
}

function refuse({ service }: ViewContext, message: string): never {
	throw conflict('InUseViolation', message, service.quirks.inUseStatus);
}

function pointsTo(
	links: import('../types.mts').Link | import('../types.mts').Link[] | undefined,
	id: string,
) {
	return [links ?? []].flat().some((link) => link.id === id);
}

export { modelIsFree, datasetIsFree };
