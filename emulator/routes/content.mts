import { opens } from '../views/sas.mts';
import { filesOf } from '../views/files.mts';

const MANIFEST_FILE = 'ngram.model';

/**
 * Content of files behind SAS links, apart from the API as storage is. A request that brings a key or token along
 * is refused: it gives the secret to somebody it does not belong to.
 */
function addContent(
	app: import('fastify').FastifyInstance,
	service: import('../service.mts').Service,
) {
	app.get('/content/:collection/:id/:name', async (request, reply) => {
		const { collection, id, name } = request.params as Record<string, any>;
		const refuse = (/** @type {number} */ status: number, /** @type {string} */ code: string) =>
			reply
				.code(status)
				.type('application/xml')
				.send(`<?xml version="1.0" encoding="utf-8"?><Error><Code>${code}</Code></Error>`);
		if (service.access.presented(request.headers) !== 'none') {
			return refuse(400, 'InvalidAuthenticationInfo');
		}
		const query = request.query as Record<string, any>;
		if (!opens(service, `${collection}/${id}/${name}`, query)) {
			return refuse(403, 'AuthenticationFailed');
		}
		const content = contentOf(service, collection, id, name);
		if (!content) return refuse(404, 'BlobNotFound');
		return reply.type('application/octet-stream').send(content);
	});
}

function contentOf(
	service: import('../service.mts').Service,
	collection: any,
	id: string,
	name: string,
) {
	const record = service.store.get(collection, id);
	if (!record) return undefined;
	if (name === MANIFEST_FILE) return Buffer.from(`model ${id}\n`);
	const file = filesOf(collection, record, service.context()).find((one) => one.name === name);
	return file?.open();
}

export { addContent, MANIFEST_FILE };
