import { invalidRequest } from '../http/apiError.mts';
import { changeModel } from '../rules/changeModel.mts';
import { isExpired } from '../rules/expiry.mts';
import { hideChange } from '../rules/lateChange.mts';
import { patchContent } from '../rules/patch.mts';
import { pick } from '../rules/pick.mts';
import { projectRef, resolve, sameLocale } from '../rules/references.mts';
import * as schemas from '../schemas/endpoint.mts';
import { newRecord } from '../store/newRecord.mts';
import { statusOf } from '../time/job.mts';
import { servesNoEndpoint } from '../views/features.mts';
import { views } from '../views/views.mts';

export type ViewContext = import('../types.mts').ViewContext;

/** @type {import('../types.mts').Resource} */
const endpoints: import('../types.mts').Resource = {
	collection: 'endpoints',
	path: '/endpoints',
	view: views.endpoints,
	tellsRetryAfter: true,
	createSchema: schemas.create,
	updateSchema: schemas.update,

	create(ctx, body) {
		if (!body.model && ctx.service.quirks.endpointNeedsModel) {
			throw invalidRequest('InvalidPayload', "'model' is required.", 'model');
		}
		const logging = body.properties?.loggingEnabled ?? false;
		refuseLogging(ctx, logging);
		const record = newRecord(ctx.now, {
			fields: pick(body, ['displayName', 'description', 'locale', 'customProperties']),
			refs: {
				...projectRef(ctx, body, body.locale),
				...(body.model ? { model: deployable(ctx, body.model, body.locale) } : {}),
			},
			properties: { loggingEnabled: logging },
		});
		record.job = ctx.service.plan('endpoints', record, 'endpoint', ctx.now);
		return record;
	},

	update(ctx, record, body) {
		const model = body.model && deployable(ctx, body.model, record.fields.locale);
		const logging = body.properties?.contentLoggingEnabled;
		refuseLogging(ctx, logging ?? false);
		if (model) hideChange(record, ctx);
		patchContent(ctx, record, body);
		if (logging !== undefined) record.properties.loggingEnabled = logging;
		if (model) changeModel(ctx, record, model);
	},
};

/**
 * A model an endpoint can use.
 */
function deployable(ctx: ViewContext, ref: { self: string }, locale: string) {
	const { link, record } = resolve(ctx, ref, 'model', ['models', 'baseModels']);
	sameLocale(locale, record, 'model');
	const status = statusOf(record, ctx.now);
	if (status !== 'Succeeded') {
		const inner = status === 'Failed' ? 'DeployingFailedModel' : 'ModelNotDeployable';
		throw invalidRequest(inner, `The model cannot be deployed: its status is ${status}.`, 'model');
	}
	if (isExpired(ctx, link)) {
		throw invalidRequest('ModelDeprecated', 'The model has expired.', 'model');
	}
	if (servesNoEndpoint(record, ctx)) {
		throw invalidRequest(
			'ModelNotDeployable',
			'The model cannot be deployed: it does not support endpoints.',
			'model',
		);
	}
	return link;
}

/**
 * Only a resource with its own storage may log.
 */
function refuseLogging(ctx: ViewContext, wanted: boolean) {
	if (!wanted || ctx.service.quirks.byos) return;
	throw invalidRequest(
		'EndpointLoggingNotSupported',
		'Logging needs a resource with its own storage.',
		'properties',
	);
}

export { endpoints };
