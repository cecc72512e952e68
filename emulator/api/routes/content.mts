import type { FastifyInstance, FastifyReply } from 'fastify';
import type { ApiHost } from '../apiHost.mts';
import { filesIn, type CollectionWithFiles } from '../views/files.mts';
import { opens } from '../views/sas.mts';
import { MANIFEST_FILE } from './manifests.mts';

interface OneFile {
	Params: { collection: string; id: string; name: string };
	Querystring: { se?: unknown; sig?: unknown };
}

/**
 * Content of files behind SAS links, apart from the API as storage is. A request that brings a key or token along
 * is refused: it gives the secret to somebody it does not belong to.
 */
export function addContent(app: FastifyInstance, host: ApiHost) {
	app.get<OneFile>('/content/:collection/:id/:name', (request, reply) => {
		const { collection, id, name } = request.params;
		if (host.access.presented(request.headers) !== 'none') {
			return refuse(reply, 400, 'InvalidAuthenticationInfo');
		}
		if (!opens(host.context(), `${collection}/${id}/${name}`, request.query)) {
			return refuse(reply, 403, 'AuthenticationFailed');
		}
		const content = contentOf(host, request.params);
		if (!content) return refuse(reply, 404, 'BlobNotFound');
		return reply.type('application/octet-stream').send(content);
	});
}

function refuse(reply: FastifyReply, status: number, code: string) {
	return reply
		.code(status)
		.type('application/xml')
		.send(`<?xml version="1.0" encoding="utf-8"?><Error><Code>${code}</Code></Error>`);
}

function contentOf(host: ApiHost, { collection, id, name }: OneFile['Params']) {
	switch (collection) {
		case 'models':
		case 'baseModels':
			if (name === MANIFEST_FILE) return manifestFile(host, collection, id);
			return collection === 'models' ? fileIn(host, collection, id, name) : undefined;
		case 'datasets':
		case 'evaluations':
			return fileIn(host, collection, id, name);
		default:
			return undefined;
	}
}

function manifestFile({ service }: ApiHost, collection: 'models' | 'baseModels', id: string) {
	return service.store.get(collection, id) && Buffer.from(`model ${id}\n`);
}

function fileIn(host: ApiHost, collection: CollectionWithFiles, id: string, name: string) {
	const list = filesIn(collection, id, host.context());
	return list?.files.find((file) => file.name === name)?.open();
}
