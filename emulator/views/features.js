'use strict';

const { trainingKinds } = require('../schemas/locales.js');
const { withoutNulls } = require('./entityParts.js');

/**
 * @typedef {import('../types.js').EntityRecord} EntityRecord
 * @typedef {import('../types.js').ViewContext} ViewContext
 */

/** What a model can usually be used for. */
const usual = {
	supportsTranscriptionsSubmit: true,
	supportsTranscriptionsTranscribe: true,
	supportsEndpoints: true,
	supportsTranscriptionsOnSpeechContainers: false,
	supportedOutputFormats: ['Display', 'Lexical'],
};

/**
 * The features of a base model: those set by hand over the usual ones, null takes one or all out.
 * @param {EntityRecord} record
 * @returns {Record<string, any> | null}
 */
function baseFeatures({ fields, properties }) {
	if (properties.features === null) return null;
	const supportsAdaptationsWith = trainingKinds(fields.locale);
	return withoutNulls({ ...usual, supportsAdaptationsWith, ...properties.features });
}

/**
 * The features of a custom model. They are those of its base, but for what can be trained with.
 * @param {EntityRecord} record
 * @param {ViewContext} ctx
 * @returns {Record<string, any> | null}
 */
function modelFeatures(record, ctx) {
	const base = baseOf(record, ctx);
	const features = base ? baseFeatures(base) : usual;
	if (!features) return null;
	return withoutNulls({ ...features, supportsAdaptationsWith: null });
}

/**
 * The base model a custom model was trained from, as long as it is there; a base model is its own.
 * @param {EntityRecord} record
 * @param {ViewContext} ctx
 */
function baseOf({ id, refs }, { service }) {
	const link = /** @type {import('../types.js').Link | undefined} */ (refs.baseModel);
	return service.store.get('baseModels', link?.id ?? id);
}

/**
 * Whether a base model says that no endpoint can use it. Where it says nothing, it may.
 * @param {EntityRecord} base
 */
function lacksEndpoints(base) {
	return baseFeatures(base)?.supportsEndpoints === false;
}

/**
 * Whether a model, base or custom, is known not to serve endpoints: it says so, or its base does.
 * @param {EntityRecord} model
 * @param {ViewContext} ctx
 */
function servesNoEndpoint(model, ctx) {
	const base = baseOf(model, ctx);
	const own = model.properties.features?.supportsEndpoints;
	return own === false || (own !== true && base !== undefined && lacksEndpoints(base));
}

/**
 * Whether a model, base or custom, recognises words in their lexical form too, not only as they are displayed.
 * @param {EntityRecord} model
 * @param {ViewContext} ctx
 */
function tellsLexical(model, ctx) {
	const formats = modelFeatures(model, ctx)?.supportedOutputFormats;
	return formats === undefined || formats.includes('Lexical');
}

module.exports = {
	baseFeatures,
	lacksEndpoints,
	modelFeatures,
	servesNoEndpoint,
	tellsLexical,
};
