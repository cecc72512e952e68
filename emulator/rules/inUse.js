'use strict';

const { conflict } = require('../http/apiError.js');
const { statusOf } = require('../time/job.js');
const { servingModel } = require('./expiry.js');

/**
 * @typedef {import('../types.js').ViewContext} ViewContext
 * @typedef {import('../types.js').EntityRecord} EntityRecord
 */

/**
 * A model behind an endpoint stays: the one it is to have, and the one that serves as long as that one does not.
 * @param {ViewContext} ctx
 * @param {EntityRecord} model
 */
function modelIsFree(ctx, model) {
	const user = ctx.service.store
		.all('endpoints')
		.find((one) =>
			[one.refs.model, servingModel(one, ctx.now)].some((link) => pointsTo(link, model.id)),
		);
	if (user) refuse(ctx, `The model is used by endpoint ${user.id}.`);
}

/**
 * A dataset some model was or will be trained with stays, unless that training failed.
 * @param {ViewContext} ctx
 * @param {EntityRecord} dataset
 */
function datasetIsFree(ctx, dataset) {
	const user = ctx.service.store
		.all('models')
		.filter((model) => statusOf(model, ctx.now) !== 'Failed')
		.find((model) => pointsTo(model.refs.datasets, dataset.id));
	if (user) refuse(ctx, `The dataset is used by model ${user.id}.`);
}

/**
 * @param {ViewContext} ctx
 * @param {string} message
 * @returns {never}
 */
function refuse({ service }, message) {
	throw conflict('InUseViolation', message, service.quirks.inUseStatus);
}

/**
 * @param {import('../types.js').Link | import('../types.js').Link[] | undefined} links
 * @param {string} id
 */
function pointsTo(links, id) {
	return [links ?? []].flat().some((link) => link.id === id);
}

module.exports = { modelIsFree, datasetIsFree };
