import { fastify } from 'fastify';
import { addApi } from '../api/addApi.mts';
import type { ApiHost } from '../api/apiHost.mts';
import { addReceiving } from '../api/copies.mts';
import { gatewayBody } from '../api/http/apiError.mts';
import { readJson } from '../api/http/bodies.mts';
import { addGate } from '../api/http/gate.mts';
import { inScope } from '../api/http/inScope.mts';
import { refusalOf } from '../api/http/refusals.mts';
import { schemaValidators } from '../api/http/validators.mts';
import { addContent } from '../api/routes/content.mts';
import { addSignIn } from '../api/routes/signIn.mts';
import { addControl } from './control/routes.mts';

/**
 * The HTTP side of an emulator: the service's API, the storage, the sign-in, and the control of all of it.
 */
export function buildApp(host: ApiHost) {
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
		const refusal = refusalOf(error, host.service.quirks);
		return reply.code(refusal.status).send(refusal.toBody());
	});
	// Outside of the API the gateway answers; that it does so in its shape is known of other statuses only.
	app.setNotFoundHandler((_request, reply) =>
		reply.code(404).send(gatewayBody(404, 'Resource not found')),
	);
	inScope(
		app,
		(scope) => {
			addApi(scope, host);
		},
		{ prefix: '/speechtotext' },
	);
	inScope(app, (storage) => {
		addGate(storage, host, 'content');
		addContent(storage, host);
	});
	inScope(app, (scope) => {
		addSignIn(scope, host);
	});
	inScope(app, (scope) => {
		addReceiving(scope, host);
	});
	inScope(
		app,
		(scope) => {
			addControl(scope, host);
		},
		{ prefix: '/control' },
	);
	return app;
}
