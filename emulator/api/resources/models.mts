import type { CustomModel, ModelUpdate } from '../../../contract/types.d.ts';
import { invalid } from '../../domain/refusal.mts';
import { checkBase, defaultBase } from '../../domain/rules/baseline.mts';
import { modelIsFree } from '../../domain/rules/inUse.mts';
import { patchContent } from '../../domain/rules/patch.mts';
import { checkTrainingData, startTraining } from '../../domain/rules/training.mts';
import { refuseUnfinished } from '../../domain/rules/unfinished.mts';
import { pick } from '../pick.mts';
import { projectIn, resolve } from '../references.mts';
import type { RequestContext } from '../requestContext.mts';
import * as schemas from '../schemas/model.mts';
import { views } from '../views/views.mts';
import { CONTENT_FIELDS, type Patch, type Resource } from './resource.mts';

export const models: Resource<'models'> = {
	collection: 'models',
	path: '/models',
	view: views.models,
	tellsRetryAfter: true,
	removeAbsent: 204,
	create: { schema: schemas.create, make },
	update: {
		schema: schemas.update,
		apply: (ctx, record, body: Patch<ModelUpdate>) => {
			patchContent(ctx, record, body, projectIn(ctx, body, record.fields.locale));
		},
	},
	beforeRemove: (ctx, record) => {
		refuseUnfinished(ctx, record);
		modelIsFree(ctx, record);
	},
};

function make(ctx: RequestContext, body: CustomModel) {
	const { locale, datasets: references = [] } = body;
	if (ctx.service.quirks.modelNeedsDatasets && references.length === 0) {
		throw invalid('InvalidPayload', "'datasets' is required.", 'datasets');
	}
	const project = projectIn(ctx, body, locale);
	const base = baseOf(ctx, body);
	const datasets = references.map((ref, index) => {
		const field = `datasets[${index}]`;
		const { record } = resolve(ctx, ref, field, ['datasets']);
		checkTrainingData(ctx, record, field, { locale, base });
		return record;
	});
	const fields = pick(body, CONTENT_FIELDS);
	return startTraining(ctx, {
		fields,
		project,
		base,
		datasets,
		properties: { ...body.properties },
	});
}

/**
 * The base model a training starts from: the one named, or the service's choice.
 */
function baseOf(ctx: RequestContext, { baseModel, locale }: CustomModel) {
	if (!baseModel) return defaultBase(ctx, locale);
	const { record } = resolve(ctx, baseModel, 'baseModel', ['baseModels']);
	checkBase(ctx, record, locale);
	return record;
}
