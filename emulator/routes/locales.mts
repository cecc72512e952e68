import { datasetLocales, locales } from '../schemas/locales.mts';

/**
 * Locale lists. Datasets tell them by kind, the other groups as one list.
 */
function addLocales(
	app: import('fastify').FastifyInstance,
	query: ReturnType<typeof import('../schemas/query.mts').querySchemas>,
) {
	const schema = { querystring: query.plain };
	app.get('/datasets/locales', { schema }, async () => datasetLocales);
	for (const group of ['models', 'endpoints', 'evaluations', 'projects']) {
		app.get(`/${group}/locales`, { schema }, async () => locales);
	}
}

export { addLocales };
