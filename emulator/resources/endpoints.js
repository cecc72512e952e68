'use strict';

const { invalidRequest } = require('../http/apiError.js');
const { changeModel } = require('../rules/changeModel.js');
const { isExpired } = require('../rules/expiry.js');
const { hideChange } = require('../rules/lateChange.js');
const { patchContent } = require('../rules/patch.js');
const { pick } = require('../rules/pick.js');
const { projectRef, resolve, sameLocale } = require('../rules/references.js');
const schemas = require('../schemas/endpoint.js');
const { newRecord } = require('../store/newRecord.js');
const { statusOf } = require('../time/job.js');
const { servesNoEndpoint } = require('../views/features.js');
const { views } = require('../views/views.js');

/** @typedef {import('../types.js').ViewContext} ViewContext */

/** @type {import('../types.js').Resource} */
const endpoints = {
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
 * @param {ViewContext} ctx
 * @param {{ self: string }} ref
 * @param {string} locale
 */
function deployable(ctx, ref, locale) {
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
 * @param {ViewContext} ctx
 * @param {boolean} wanted
 */
function refuseLogging(ctx, wanted) {
	if (!wanted || ctx.service.quirks.byos) return;
	throw invalidRequest(
		'EndpointLoggingNotSupported',
		'Logging needs a resource with its own storage.',
		'properties',
	);
}

module.exports = { endpoints };
