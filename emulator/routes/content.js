'use strict';

const { opens } = require('../views/sas.js');
const { filesOf } = require('../views/files.js');

const MANIFEST_FILE = 'ngram.model';

/**
 * Content of files behind SAS links, apart from the API as storage is. A request that brings a key or token along
 * is refused: it gives the secret to somebody it does not belong to.
 * @param {import('fastify').FastifyInstance} app
 * @param {import('../service.js').Service} service
 */
function addContent(app, service) {
	app.get('/content/:collection/:id/:name', async (request, reply) => {
		const { collection, id, name } = /** @type {Record<string, any>} */ (request.params);
		const refuse = (/** @type {number} */ status, /** @type {string} */ code) =>
			reply
				.code(status)
				.type('application/xml')
				.send(`<?xml version="1.0" encoding="utf-8"?><Error><Code>${code}</Code></Error>`);
		if (service.access.presented(request.headers) !== 'none') {
			return refuse(400, 'InvalidAuthenticationInfo');
		}
		const query = /** @type {Record<string, any>} */ (request.query);
		if (!opens(service, `${collection}/${id}/${name}`, query)) {
			return refuse(403, 'AuthenticationFailed');
		}
		const content = contentOf(service, collection, id, name);
		if (!content) return refuse(404, 'BlobNotFound');
		return reply.type('application/octet-stream').send(content);
	});
}

/**
 * @param {import('../service.js').Service} service
 * @param {any} collection
 * @param {string} id
 * @param {string} name
 */
function contentOf(service, collection, id, name) {
	const record = service.store.get(collection, id);
	if (!record) return undefined;
	if (name === MANIFEST_FILE) return Buffer.from(`model ${id}\n`);
	const file = filesOf(collection, record, service.context()).find((one) => one.name === name);
	return file?.open();
}

module.exports = { addContent, MANIFEST_FILE };
