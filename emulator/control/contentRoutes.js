'use strict';

const { contentsOf } = require('./contents.js');

const PATH = '/entities/datasets/:id/content';
const MOST_BYTES = 256 * 1024 * 1024;

/**
 * The content of datasets over HTTP.
 * @param {import('fastify').FastifyInstance} app
 * @param {import('../service.js').Service} service
 */
function addContentRoutes(app, service) {
	const contents = contentsOf(service);
	const absent = { error: 'The dataset has no content' };
	/** @param {import('fastify').FastifyRequest} request */
	const idOf = (request) => /** @type {{ id: string }} */ (request.params).id;

	app.get(`${PATH}/hash`, async (request, reply) => {
		return contents.contentHash(idOf(request)) ?? reply.code(404).send(absent);
	});
	app.get(PATH, async (request, reply) => {
		const known = contents.contentHash(idOf(request));
		if (!known) return reply.code(404).send(absent);
		const stream = service.blobs.stream(idOf(request).toLowerCase());
		return reply.type('application/octet-stream').header('content-length', known.size).send(stream);
	});
	app.register(async (scope) => {
		scope.addContentTypeParser(
			'application/octet-stream',
			{ parseAs: 'buffer', bodyLimit: MOST_BYTES },
			(_request, body, done) => done(null, body),
		);
		scope.put(PATH, { bodyLimit: MOST_BYTES }, async (request, reply) => {
			await contents.putContent(idOf(request), /** @type {Buffer} */ (request.body));
			return reply.code(204).send();
		});
	});
}

module.exports = { addContentRoutes };
