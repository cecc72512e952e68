import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { ApiHost } from '../../api/apiHost.mts';
import { isFaultKind, type Fault } from '../../api/http/faults.mts';
import type { LoggedRequest } from '../../api/http/requestLog.mts';
import { changeQuirks } from '../../domain/quirks.mts';
import { BodyReader } from './bodyReader.mts';
import { collectionNamed } from './collectionNamed.mts';
import { addContentRoutes } from './contentRoutes.mts';
import { controlsOf, type ScriptedOutcome } from './controls.mts';
import { stateOfEmulator } from './state.mts';

type Controls = ReturnType<typeof controlsOf>;

interface OneCollection {
	Params: { collection: string };
}

interface OneEntity {
	Params: { collection: string; id: string };
}

/**
 * The programmatic handle over HTTP, for people and for tests in another process. It needs no key.
 */
export function addControl(app: FastifyInstance, host: ApiHost) {
	const control = controlsOf(host);
	app.setErrorHandler<Error>((error, _request, reply) =>
		reply.code(400).send({ error: error.message }),
	);
	app.addHook('onSend', (_request, _reply, _payload, done) => {
		host.state.flush();
		done();
	});
	addService(app, host, control);
	addEntities(app, control);
	addContentRoutes(app, host);
	addScripts(app, control);
	addAccess(app, control);
}

function addService(app: FastifyInstance, { service }: ApiHost, control: Controls) {
	app.get('/state', () => stateOfEmulator(service));
	app.post('/clock', (request) => {
		const body = bodyOf(request);
		const [set, advanceMs, speed] = [
			body.text('set'),
			body.number('advanceMs'),
			body.number('speed'),
		];
		if (set !== undefined) control.setClock(set);
		if (advanceMs !== undefined) control.advance(advanceMs);
		if (speed !== undefined) control.setSpeed(speed);
		return { now: control.now().toISOString(), speed: service.clock.speed };
	});
	app.patch('/quirks', (request) => changeQuirks(service.quirks, bodyOf(request).whole));
	app.get<{ Querystring: { area?: LoggedRequest['area'] } }>('/requests', ({ query }) =>
		control.requests(query),
	);
	app.delete('/requests', (_request, reply) => {
		control.clearRequests();
		return reply.code(204).send();
	});
}

function addEntities(app: FastifyInstance, control: Controls) {
	app.get<OneCollection>('/entities/:collection', ({ params }) => control.list(params.collection));
	app.post<OneCollection>('/entities/:collection', (request, reply) =>
		reply.code(201).send(control.put(request.params.collection, bodyOf(request).whole)),
	);
	app.get<OneEntity>('/entities/:collection/:id', ({ params: { collection, id } }, reply) => {
		return (
			control.get(collection, id) ?? reply.code(404).send({ error: 'There is no such entity' })
		);
	});
	app.delete<OneEntity>('/entities/:collection/:id', ({ params: { collection, id } }, reply) => {
		control.remove(collection, id);
		return reply.code(204).send();
	});
	app.post<OneEntity>('/entities/:collection/:id/finish', (request) => {
		const { collection, id } = request.params;
		const body = bodyOf(request);
		return control.finish(collection, id, body.text('status'), body.error('error'));
	});
}

function addScripts(app: FastifyInstance, control: Controls) {
	app.post('/outcomes', (request, reply) => {
		control.setOutcome(outcomeIn(bodyOf(request)));
		return reply.code(204).send();
	});
	app.delete('/outcomes', (_request, reply) => {
		control.clearOutcomes();
		return reply.code(204).send();
	});
	app.post('/faults', (request, reply) => {
		control.addFault(faultIn(bodyOf(request)));
		return reply.code(204).send();
	});
	app.delete('/faults', (_request, reply) => {
		control.clearFaults();
		return reply.code(204).send();
	});
}

function addAccess(app: FastifyInstance, control: Controls) {
	app.post('/access', (request, reply) => {
		const body = bodyOf(request);
		const [rotateKey, denyKey] = [body.text('rotateKey'), body.flag('denyKey')];
		if (body.flag('expireKey')) control.expireKey();
		if (rotateKey) control.rotateKey(rotateKey);
		if (denyKey !== undefined) control.denyKey(denyKey);
		if (body.flag('expireTokens')) control.expireTokens();
		return reply.code(204).send();
	});
}

function bodyOf({ body }: FastifyRequest) {
	return new BodyReader(body);
}

function outcomeIn(body: BodyReader): ScriptedOutcome {
	return {
		collection: collectionNamed(body.text('collection') ?? ''),
		id: body.text('id'),
		displayName: body.pattern('displayNamePattern') ?? body.text('displayName'),
		status: body.text('status'),
		error: body.error('error'),
		durationMs: body.number('durationMs'),
		properties: body.object('properties'),
		times: body.number('times'),
	};
}

function faultIn(body: BodyReader): Fault {
	const kind = body.text('kind');
	if (!isFaultKind(kind)) throw new Error(`Unknown kind of fault '${String(kind)}'`);
	const field = body.text('field');
	return {
		kind,
		method: body.text('method'),
		path: body.pattern('pathPattern') ?? body.text('path'),
		times: body.number('times'),
		skip: body.number('skip'),
		status: body.number('status'),
		headers: body.texts('headers'),
		body: body.whole.body,
		delayMs: body.number('delayMs'),
		origin: body.text('origin'),
		field: field === '@nextLink' || field === 'self' ? field : undefined,
	};
}
