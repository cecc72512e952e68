import type { FastifyInstance } from 'fastify';

/**
 * Adds routes in a scope of their own: parsers and hooks given there hold for nothing else.
 */
export function inScope(
	app: FastifyInstance,
	add: (scope: FastifyInstance) => void,
	options: { prefix?: string } = {},
) {
	void app.register((scope, _options, done) => {
		add(scope);
		done();
	}, options);
}
