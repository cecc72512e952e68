'use strict';

const { lacksEndpoints } = require('../views/features.js');
const { views } = require('../views/views.js');

/**
 * @typedef {import('../types.js').ViewContext} ViewContext
 * @typedef {import('../types.js').Link} Link
 */

/**
 * Whether recognition with a model has ended.
 * @param {ViewContext} ctx
 * @param {Link} link
 */
function isExpired(ctx, link) {
	const record = ctx.service.store.get(link.collection, link.id);
	if (!record) return false;
	const view = /** @type {Record<string, any>} */ (views[link.collection](record, ctx));
	const date = view.properties?.deprecationDates?.transcriptionDateTime;
	return typeof date === 'string' && Date.parse(date) <= ctx.now;
}

/**
 * The model an endpoint has in service, expired or not: none before it ever succeeded, and the one before as long as
 * a change of model has not succeeded, or has not reached what serves.
 * @param {import('../types.js').EntityRecord} endpoint
 * @param {number} now
 * @returns {Link | undefined}
 */
function servingModel({ job, inner, refs }, now) {
	const changing =
		job && (now < job.endsAt || job.end.status !== 'Succeeded' || now < inner.servesFrom);
	return changing ? inner.previousModel : /** @type {Link | undefined} */ (refs.model);
}

/**
 * What an endpoint really answers with: its model, the one before while a change is under way, or,
 * once that has expired, the newest base model of the locale. The API never tells.
 * @param {ViewContext} ctx
 * @param {import('../types.js').EntityRecord} endpoint
 */
function servedBy(ctx, endpoint) {
	const wanted = servingModel(endpoint, ctx.now);
	if (!wanted) return { model: undefined, fallsBack: false };
	if (!isExpired(ctx, wanted)) return { model: wanted, fallsBack: false };
	const [newest] = ctx.service.store
		.all('baseModels')
		.filter((record) => record.fields.locale === endpoint.fields.locale && !lacksEndpoints(record))
		.sort((one, other) => other.createdAt - one.createdAt);
	return {
		model: newest && { collection: /** @type {const} */ ('baseModels'), id: newest.id },
		fallsBack: true,
	};
}

module.exports = { isExpired, servedBy, servingModel };
