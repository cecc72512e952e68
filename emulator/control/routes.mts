import { addContentRoutes } from './contentRoutes.mts';
import { controlsOf } from './controls.mts';
import { stateOfEmulator } from './state.mts';

/**
 * The programmatic handle over HTTP, for people and for tests in another process. It needs no key.
 */
function addControl(
	app: import('fastify').FastifyInstance,
	service: import('../service.mts').Service,
) {
	const control = controlsOf(service);
	app.setErrorHandler((error, _request, reply) =>
		reply.code(400).send({ error: (error as Error).message }),
	);
	app.addHook('onSend', async () => service.stateFile.flush());

	app.get('/state', async () => stateOfEmulator(service));
	app.post('/clock', async (request) => {
		const { set, advanceMs, speed } = body(request);
		if (set !== undefined) control.setClock(set);
		if (advanceMs !== undefined) control.advance(advanceMs);
		if (speed !== undefined) control.setSpeed(speed);
		return { now: control.now().toISOString(), speed: service.clock.speed };
	});
	app.get('/entities/:collection', async (request) => control.list(params(request).collection));
	app.post('/entities/:collection', async (request, reply) =>
		reply.code(201).send(control.put(params(request).collection, body(request))),
	);
	app.get('/entities/:collection/:id', async (request, reply) => {
		const found = control.get(params(request).collection, params(request).id);
		return found ?? reply.code(404).send({ error: 'There is no such entity' });
	});
	app.delete('/entities/:collection/:id', async (request, reply) => {
		control.remove(params(request).collection, params(request).id);
		return reply.code(204).send();
	});
	app.post('/entities/:collection/:id/finish', async (request) => {
		const { status, error } = body(request);
		return control.finish(params(request).collection, params(request).id, status, error);
	});
	addContentRoutes(app, service);
	app.post('/outcomes', async (request, reply) => {
		const { displayNamePattern, ...outcome } = body(request);
		if (displayNamePattern) outcome.displayName = new RegExp(displayNamePattern);
		control.setOutcome(outcome);
		return reply.code(204).send();
	});
	app.delete('/outcomes', async (_request, reply) => {
		control.clearOutcomes();
		return reply.code(204).send();
	});
	app.post('/faults', async (request, reply) => {
		const { pathPattern, ...fault } = body(request);
		if (pathPattern) fault.path = new RegExp(pathPattern);
		control.addFault(fault);
		return reply.code(204).send();
	});
	app.delete('/faults', async (_request, reply) => {
		control.clearFaults();
		return reply.code(204).send();
	});
	app.get('/requests', async (request) => control.requests(request.query as any));
	app.delete('/requests', async (_request, reply) => {
		control.clearRequests();
		return reply.code(204).send();
	});
	app.post('/access', async (request, reply) => {
		const { expireKey, rotateKey, denyKey, expireTokens } = body(request);
		if (expireKey) control.expireKey();
		if (rotateKey) control.rotateKey(rotateKey);
		if (denyKey !== undefined) control.denyKey(denyKey);
		if (expireTokens) control.expireTokens();
		return reply.code(204).send();
	});
	app.patch('/quirks', async (request) => {
		control.setQuirks(body(request));
		return service.quirks;
	});
}

function body(request: import('fastify').FastifyRequest): any {
	return request.body ?? {};
}

function params(request: import('fastify').FastifyRequest): any {
	return request.params;
}

export { addControl };
