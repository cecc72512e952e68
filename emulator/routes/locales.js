'use strict';

const { datasetLocales, locales } = require('../schemas/locales.js');

/**
 * Locale lists. Datasets tell them by kind, the other groups as one list.
 * @param {import('fastify').FastifyInstance} app
 * @param {ReturnType<typeof import('../schemas/query.js').querySchemas>} query
 */
function addLocales(app, query) {
	const schema = { querystring: query.plain };
	app.get('/datasets/locales', { schema }, async () => datasetLocales);
	for (const group of ['models', 'endpoints', 'evaluations', 'projects']) {
		app.get(`/${group}/locales`, { schema }, async () => locales);
	}
}

module.exports = { addLocales };
