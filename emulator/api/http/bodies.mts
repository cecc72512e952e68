import type { FastifyInstance } from 'fastify';

/**
 * Reads JSON of one content type. An empty body counts as none, whatever the header says.
 */
export function readJson(app: FastifyInstance, contentType: string) {
	const parse = app.getDefaultJsonParser('error', 'error');
	app.addContentTypeParser<string>(contentType, { parseAs: 'string' }, (request, body, done) => {
		if (body === '') done(null, undefined);
		else void parse(request, body, done);
	});
}

/**
 * Reads bytes as they are, in a scope of its own.
 */
export function readBytes(scope: FastifyInstance, most: number) {
	scope.addContentTypeParser(
		'application/octet-stream',
		{ parseAs: 'buffer', bodyLimit: most },
		(_request, body, done) => {
			done(null, body);
		},
	);
}
