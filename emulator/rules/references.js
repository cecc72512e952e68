'use strict';

const { invalidRequest } = require('../http/apiError.js');
const { PATHS } = require('../views/urls.js');

/**
 * @typedef {import('../types.js').Collection} Collection
 * @typedef {import('../types.js').ViewContext} ViewContext
 * @typedef {import('../types.js').EntityRecord} EntityRecord
 * @typedef {{ link: import('../types.js').Link, record: EntityRecord }} Found
 */

/** @type {Partial<Record<Collection, string>>} */
const REFUSAL = {
	models: 'InvalidModel',
	baseModels: 'InvalidBaseModel',
	datasets: 'InvalidDataset',
	projects: 'InvalidProject',
};

/**
 * Finds the entity a body refers to. Only absolute URLs of this service are taken: no bare id, no other host.
 * @param {ViewContext} ctx
 * @param {{ self: string }} ref
 * @param {string} field
 * @param {Collection[]} collections what the field may refer to
 * @returns {Found}
 */
function resolve(ctx, ref, field, collections) {
	const refusal = REFUSAL[collections[0]] ?? 'InvalidPayload';
	const link = linkOf(ctx, ref.self, collections);
	if (typeof link === 'string') throw invalidRequest(refusal, `'${field}': ${link}`, field);
	const record = ctx.service.store.get(link.collection, link.id);
	if (!record) {
		throw invalidRequest(refusal, `'${field}' refers to an entity that does not exist.`, field);
	}
	return { link, record };
}

/**
 * @param {ViewContext} ctx
 * @param {string} self
 * @param {Collection[]} collections
 * @returns {import('../types.js').Link | string} a link, or what is wrong with the URL
 */
function linkOf(ctx, self, collections) {
	const url = new URL(self);
	if (url.origin !== ctx.origin && url.origin !== ctx.service.url) {
		return 'the URL belongs to another host.';
	}
	for (const collection of collections) {
		const ids = pathsOf(ctx, collection, collections).map((path) => idAfter(url, path));
		const id = ids.find((one) => one !== undefined);
		if (id) return { collection, id };
	}
	return `the URL is no entity of ${collections.map((name) => PATHS[name]).join(' or ')}.`;
}

/**
 * Where the entities of a collection can stand. What the service itself writes is taken back too.
 * @param {ViewContext} ctx
 * @param {Collection} collection
 * @param {Collection[]} all the field may refer to
 */
function pathsOf({ service }, collection, all) {
	const plain = service.quirks.baseReference === 'plain' && !all.includes('models');
	const also = collection === 'baseModels' && plain ? [PATHS.models] : [];
	return [PATHS[collection], ...also];
}

/**
 * @param {URL} url
 * @param {string} path
 */
function idAfter({ pathname }, path) {
	const prefix = `/speechtotext${path}/`;
	const id = pathname.startsWith(prefix) ? pathname.slice(prefix.length) : '';
	const isId = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(id);
	return isId ? id.toLowerCase() : undefined;
}

/**
 * Refuses content whose locale differs from what it refers to.
 * @param {string} locale
 * @param {EntityRecord} record
 * @param {string} field
 */
function sameLocale(locale, record, field) {
	if (record.fields.locale === locale) return;
	throw invalidRequest(
		'InvalidLocale',
		`The locale '${locale}' differs from '${record.fields.locale}' of '${field}'.`,
		field,
	);
}

/**
 * The project of a new or changed entity, when the body names one.
 * @param {ViewContext} ctx
 * @param {{ project?: { self: string } }} body
 * @param {string} locale
 * @returns {Record<string, import('../types.js').Link>}
 */
function projectRef(ctx, body, locale) {
	if (!body.project) return {};
	const { link, record } = resolve(ctx, body.project, 'project', ['projects']);
	sameLocale(locale, record, 'project');
	return { project: link };
}

module.exports = { resolve, sameLocale, projectRef };
