'use strict';

const { invalidRequest } = require('../http/apiError.js');
const { statusOf } = require('../time/job.js');
const { lacksEndpoints } = require('../views/features.js');
const { views } = require('../views/views.js');
const { resolve, sameLocale } = require('./references.js');

/**
 * @typedef {import('../types.js').ViewContext} ViewContext
 * @typedef {import('../types.js').EntityRecord} EntityRecord
 */

/**
 * The base model a training starts from: the one named, or the newest trainable one of the locale that can be used in
 * an endpoint (which one the service takes as its default is not published).
 * @param {ViewContext} ctx
 * @param {{ locale: string, baseModel?: { self: string } }} body
 * @returns {EntityRecord}
 */
function baseFor(ctx, { locale, baseModel }) {
	if (!baseModel) return defaultBase(ctx, locale);
	const { record } = resolve(ctx, baseModel, 'baseModel', ['baseModels']);
	sameLocale(locale, record, 'baseModel');
	const lastDay = adaptationEnd(record, ctx);
	if (lastDay === undefined) {
		throw invalidRequest(
			'InvalidBaseModel',
			'The base model does not support adaptation.',
			'baseModel',
		);
	}
	if (lastDay <= ctx.now) {
		throw invalidRequest(
			'ModelDeprecated',
			'The base model is deprecated and can no longer be used for adaptation.',
			'baseModel',
		);
	}
	if (statusOf(record, ctx.now) !== 'Succeeded') {
		throw invalidRequest('InvalidBaseModel', 'The base model is not ready.', 'baseModel');
	}
	return record;
}

/**
 * @param {ViewContext} ctx
 * @param {string} locale
 */
function defaultBase(ctx, locale) {
	const [newest] = ctx.service.store
		.all('baseModels')
		.filter((record) => record.fields.locale === locale)
		.filter((record) => statusOf(record, ctx.now) === 'Succeeded')
		.filter((record) => !lacksEndpoints(record))
		.filter((record) => (adaptationEnd(record, ctx) ?? 0) > ctx.now)
		.sort((one, other) => other.createdAt - one.createdAt);
	if (newest) return newest;
	throw invalidRequest(
		'InvalidBaseModel',
		`No base model of '${locale}' can be adapted.`,
		'baseModel',
	);
}

/**
 * @param {EntityRecord} record
 * @param {ViewContext} ctx
 * @returns {number | undefined}
 */
function adaptationEnd(record, ctx) {
	const date = views.baseModels(record, ctx).properties.deprecationDates?.adaptationDateTime;
	return date === undefined || date === null ? undefined : Date.parse(date);
}

/**
 * Kinds of dataset a base model can be trained with.
 * @param {EntityRecord} record
 * @param {ViewContext} ctx
 * @returns {string[]}
 */
function supportedKinds(record, ctx) {
	return views.baseModels(record, ctx).properties.features?.supportsAdaptationsWith ?? [];
}

module.exports = { baseFor, supportedKinds };
