/**
 * Reads JSON of one content type. An empty body counts as none, whatever the header says.
 */
function readJson(app: import('fastify').FastifyInstance, contentType: string) {
	const parse = app.getDefaultJsonParser('error', 'error');
	app.addContentTypeParser(contentType, { parseAs: 'string' }, (request, body, done) => {
		if (body === '') return done(null, undefined);
		return parse(request, body as string, done);
	});
}

export { readJson };
