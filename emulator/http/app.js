'use strict';

const { fastify } = require('fastify');
const { addControl } = require('../control/routes.js');
const { resources } = require('../resources/resources.js');
const { addBlocks } = require('../routes/blocks.js');
const { addContent } = require('../routes/content.js');
const { addCopy } = require('../routes/copy.js');
const { addCrud } = require('../routes/crud.js');
const { addFiles } = require('../routes/files.js');
const { addLocales } = require('../routes/locales.js');
const { addManifests } = require('../routes/manifests.js');
const { addProjectLists } = require('../routes/projectLists.js');
const { addSignIn } = require('../routes/signIn.js');
const { addWebhookActions } = require('../routes/webhookActions.js');
const { querySchemas } = require('../schemas/query.js');
const { notFound } = require('./apiError.js');
const { readJson } = require('./bodies.js');
const { addGate } = require('./gate.js');
const { refusalOf } = require('./refusals.js');
const { schemaValidators } = require('./validators.js');
const { withoutProjects } = require('./withoutProjects.js');

/**
 * The HTTP side of an emulator.
 * @param {import('../service.js').Service} service
 */
function buildApp(service) {
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

/**
 * @param {import('fastify').FastifyInstance} api
 * @param {import('../service.js').Service} service
 */
async function addApi(api, service) {
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

module.exports = { buildApp };
