import { datasetLocales, locales } from '../../domain/locales.mts';
import type { Api } from './api.mts';

/**
 * Locale lists. Datasets tell them by kind, the other groups as one list.
 */
export function addLocales({ app, query }: Api) {
	const schema = { querystring: query.plain };
	app.get('/datasets/locales', { schema }, () => datasetLocales);
	for (const group of ['models', 'endpoints', 'evaluations', 'projects']) {
		app.get(`/${group}/locales`, { schema }, () => locales);
	}
}
