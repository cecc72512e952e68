import { fastify } from 'fastify';
import { addControl } from '../control/routes.mts';
import { resources } from '../resources/resources.mts';
import { addBlocks } from '../routes/blocks.mts';
import { addContent } from '../routes/content.mts';
import { addCopy } from '../routes/copy.mts';
import { addCrud } from '../routes/crud.mts';
import { addFiles } from '../routes/files.mts';
import { addLocales } from '../routes/locales.mts';
import { addManifests } from '../routes/manifests.mts';
import { addProjectLists } from '../routes/projectLists.mts';
import { addSignIn } from '../routes/signIn.mts';
import { addWebhookActions } from '../routes/webhookActions.mts';
import { querySchemas } from '../schemas/query.mts';
import { notFound } from './apiError.mts';
import { readJson } from './bodies.mts';
import { addGate } from './gate.mts';
import { refusalOf } from './refusals.mts';
import { schemaValidators } from './validators.mts';
import { withoutProjects } from './withoutProjects.mts';

/**
 * The HTTP side of an emulator.
 */
function buildApp(service: import('../service.mts').Service) {
	const app = fastify({
		forceCloseConnections: true,
		// Names of audio files are part of paths.
		routerOptions: { maxParamLength: 2000 },
		// A colon in a path may come escaped; both are the same path.
		rewriteUrl: (request) =>
			String(request.url).replace(/^[^?]*/, (path) => path.replace(/%3a/gi, ':')),
	});
	app.setValidatorCompiler(schemaValidators());
	app.removeAllContentTypeParsers();
	readJson(app, 'application/json');
	app.setErrorHandler((error, _request, reply) => {
		const refusal = refusalOf(error, service.quirks);
		return reply.code(refusal.status).send(refusal.toBody());
	});
	app.register(async (api) => addApi(api, service), { prefix: '/speechtotext' });
	app.register(async (storage) => {
		addGate(storage, service, 'content');
		addContent(storage, service);
	});
	app.register(async (signIn) => addSignIn(signIn, service));
	app.register(async (control) => addControl(control, service), { prefix: '/control' });
	return app;
}

async function addApi(
	api: import('fastify').FastifyInstance,
	service: import('../service.mts').Service,
) {
	addGate(api, service, 'api');
	withoutProjects(api, service);
	api.setNotFoundHandler(() => {
		throw notFound('The requested path or method does not exist.');
	});
	const query = querySchemas(service.options.apiVersions);
	addLocales(api, query);
	for (const resource of Object.values(resources)) addCrud(api, service, resource, query);
	addProjectLists(api, service, query);
	addFiles(api, service, query);
	addManifests(api, service, query);
	addCopy(api, service, query);
	addBlocks(api, service, query);
	addWebhookActions(api, service, query);
}

export { buildApp };
