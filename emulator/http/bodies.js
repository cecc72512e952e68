'use strict';

/**
 * Reads JSON of one content type. An empty body counts as none, whatever the header says.
 * @param {import('fastify').FastifyInstance} app
 * @param {string} contentType
 */
function readJson(app, contentType) {
	const parse = app.getDefaultJsonParser('error', 'error');
	app.addContentTypeParser(contentType, { parseAs: 'string' }, (request, body, done) => {
		if (body === '') return done(null, undefined);
		return parse(request, /** @type {string} */ (body), done);
	});
}

module.exports = { readJson };
