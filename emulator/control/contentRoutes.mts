import { contentsOf } from './contents.mts';

const PATH = '/entities/datasets/:id/content';
const MOST_BYTES = 256 * 1024 * 1024;

/**
 * The content of datasets over HTTP.
 */
function addContentRoutes(
	app: import('fastify').FastifyInstance,
	service: import('../service.mts').Service,
) {
	const contents = contentsOf(service);
	const absent = { error: 'The dataset has no content' };
	/** @param {import('fastify').FastifyRequest} request */
	const idOf = (request: import('fastify').FastifyRequest) => (request.params as { id: string }).id;

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
			await contents.putContent(idOf(request), request.body as Buffer);
			return reply.code(204).send();
		});
	});
}

export { addContentRoutes };
