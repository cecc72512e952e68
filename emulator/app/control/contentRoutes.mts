import type { FastifyInstance } from 'fastify';
import type { ApiHost } from '../../api/apiHost.mts';
import { readBytes } from '../../api/http/bodies.mts';
import { inScope } from '../../api/http/inScope.mts';
import { contentsOf } from './contents.mts';

const PATH = '/entities/datasets/:id/content';
const MOST_BYTES = 256 * 1024 * 1024;

interface OneDataset {
	Params: { id: string };
}

/**
 * The content of datasets over HTTP.
 */
export function addContentRoutes(app: FastifyInstance, host: ApiHost) {
	const contents = contentsOf(host);
	const absent = { error: 'The dataset has no content' };

	app.get<OneDataset>(`${PATH}/hash`, ({ params }, reply) => {
		return contents.contentHash(params.id) ?? reply.code(404).send(absent);
	});
	app.get<OneDataset>(PATH, ({ params }, reply) => {
		const known = contents.contentHash(params.id);
		if (!known) return reply.code(404).send(absent);
		const stream = host.service.blobs.stream(params.id.toLowerCase());
		return reply.type('application/octet-stream').header('content-length', known.size).send(stream);
	});
	inScope(app, (scope) => {
		readBytes(scope, MOST_BYTES);
		scope.put<OneDataset & { Body: Buffer }>(
			PATH,
			{ bodyLimit: MOST_BYTES },
			async ({ params, body }, reply) => {
				await contents.putContent(params.id, body);
				return reply.code(204).send();
			},
		);
	});
}
