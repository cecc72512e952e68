import type { Endpoint, EndpointUpdate, EntityReference } from '../../../contract/types.d.ts';
import type { EndpointRecord, ModelLink } from '../../domain/records.mts';
import { invalid } from '../../domain/refusal.mts';
import {
	changeModel,
	checkDeployable,
	refuseLogging,
	startDeployment,
} from '../../domain/rules/deployment.mts';
import { hideChange } from '../../domain/rules/lateChange.mts';
import { patchContent } from '../../domain/rules/patch.mts';
import { refuseUnfinished } from '../../domain/rules/unfinished.mts';
import { pick } from '../pick.mts';
import { projectIn, resolve } from '../references.mts';
import type { RequestContext } from '../requestContext.mts';
import * as schemas from '../schemas/endpoint.mts';
import { views } from '../views/views.mts';
import { CONTENT_FIELDS, type Patch, type Resource } from './resource.mts';

export const endpoints: Resource<'endpoints'> = {
	collection: 'endpoints',
	path: '/endpoints',
	view: views.endpoints,
	tellsRetryAfter: true,
	create: { schema: schemas.create, make },
	update: {
		schema: schemas.update,
		apply,
		answersOld: ({ endpointPatchAnswer }) => endpointPatchAnswer === 'old',
	},
	beforeRemove: refuseUnfinished,
};

function make(ctx: RequestContext, body: Endpoint): EndpointRecord {
	if (!body.model && ctx.service.quirks.endpointNeedsModel) {
		throw invalid('InvalidPayload', "'model' is required.", 'model');
	}
	const loggingEnabled = body.properties?.loggingEnabled ?? false;
	refuseLogging(ctx, loggingEnabled);
	const project = projectIn(ctx, body, body.locale);
	const model = body.model && deployable(ctx, body.model, body.locale);
	return startDeployment(ctx, {
		fields: pick(body, CONTENT_FIELDS),
		project,
		model,
		loggingEnabled,
	});
}

function apply(ctx: RequestContext, record: EndpointRecord, body: Patch<EndpointUpdate>) {
	const { locale } = record.fields;
	const model = body.model && deployable(ctx, body.model, locale);
	// The same switch has another name here.
	const loggingEnabled = body.properties?.contentLoggingEnabled;
	refuseLogging(ctx, loggingEnabled ?? false);
	if (model) hideChange(record, ctx);
	patchContent(ctx, record, body, projectIn(ctx, body, locale));
	if (loggingEnabled !== undefined) record.properties.loggingEnabled = loggingEnabled;
	if (model) changeModel(ctx, record, model);
}

/**
 * A model an endpoint can use.
 */
function deployable(ctx: RequestContext, ref: EntityReference, locale: string): ModelLink {
	const found = resolve(ctx, ref, 'model', ['models', 'baseModels']);
	checkDeployable(ctx, found, locale);
	return found.link;
}
