import type { FastifyInstance } from 'fastify';
import type { ApiHost } from './apiHost.mts';
import { notFound } from './http/apiError.mts';
import { addGate } from './http/gate.mts';
import { withoutProjects } from './http/withoutProjects.mts';
import { resources } from './resources/resources.mts';
import { addBlocks } from './routes/blocks.mts';
import { addCopy } from './routes/copy.mts';
import { addCrud } from './routes/crud.mts';
import { addFiles } from './routes/files.mts';
import { addLocales } from './routes/locales.mts';
import { addManifests } from './routes/manifests.mts';
import { addProjectLists } from './routes/projectLists.mts';
import { addWebhookActions } from './routes/webhookActions.mts';
import { querySchemas } from './schemas/query.mts';

/**
 * Adds every route of the service's API, with all a request passes before it.
 */
export function addApi(app: FastifyInstance, host: ApiHost) {
	addGate(app, host, 'api');
	withoutProjects(app);
	app.setNotFoundHandler(() => {
		throw notFound('The requested path or method does not exist.');
	});
	const api = { app, host, query: querySchemas(host.options.apiVersions) };
	addLocales(api);
	addCrud(api, resources.baseModels);
	addCrud(api, resources.datasets);
	addCrud(api, resources.endpoints);
	addCrud(api, resources.evaluations);
	addCrud(api, resources.models);
	addCrud(api, resources.projects);
	addCrud(api, resources.webhooks);
	addProjectLists(api);
	addFiles(api);
	addManifests(api);
	addCopy(api);
	addBlocks(api);
	addWebhookActions(api);
}
