import { conflict, invalidRequest } from '../http/apiError.mts';
import { contextOf } from '../http/context.mts';
import { tellRetryAfter } from '../http/retryAfter.mts';
import { commit } from '../schemas/dataset.mts';
import { idParams } from '../schemas/query.mts';
import { statusOf } from '../time/job.mts';
import { commitBlocks } from './commitBlocks.mts';
import { entityIn } from './entityIn.mts';
import { blobName, blocksOf, checkBlockId } from './uploadedBlocks.mts';

export type EntityRecord = import('../types.mts').EntityRecord;

const MOST_BYTES = 8 * 1024 * 1024;

/**
 * Upload in blocks.
 */
function addBlocks(
	app: import('fastify').FastifyInstance,
	service: import('../service.mts').Service,
	query: ReturnType<typeof import('../schemas/query.mts').querySchemas>,
) {
	app.register(async (scope) => {
		scope.removeAllContentTypeParsers();
		scope.addContentTypeParser(
			'application/octet-stream',
			{ parseAs: 'buffer', bodyLimit: MOST_BYTES },
			(_request, body, done) => done(null, body),
		);
		const schema = { params: idParams, querystring: query.block };
		scope.put('/datasets/:id/blocks', { schema, bodyLimit: MOST_BYTES }, async (request, reply) => {
			const dataset = openDataset(contextOf(service, request), request);
			const { blockid } = request.query as { blockid: string };
			const content = request.body;
			if (!Buffer.isBuffer(content) || content.length === 0) {
				throw invalidRequest('EmptyRequest', 'The block is empty.');
			}
			const blocks = blocksOf(dataset, 'uncommitted');
			checkBlockId(blockid, blocks);
			await service.blobs.write(blobName(dataset, blockid), [content]);
			// It may have been committed, or another first block may have come, while this one was written.
			openDataset(contextOf(service, request), request);
			checkBlockId(blockid, blocks);
			blocks[blockid] = content.length;
			service.changed();
			return reply.code(201).send();
		});
	});

	app.get(
		'/datasets/:id/blocks',
		{ schema: { params: idParams, querystring: query.plain } },
		async (request, reply) => {
			const ctx = contextOf(service, request);
			const dataset = entityIn(ctx, 'datasets', request);
			tellRetryAfter(service, reply, [{ status: statusOf(dataset, ctx.now) }]);
			return {
				committedBlocks: listed(dataset, 'committed'),
				uncommittedBlocks: listed(dataset, 'uncommitted'),
			};
		},
	);

	app.post(
		'/datasets/:id/blocks::commit',
		{ schema: { params: idParams, querystring: query.plain, body: commit } },
		async (request, reply) => {
			const ctx = contextOf(service, request);
			const dataset = openDataset(ctx, request);
			const list = request.body as { kind: string; id: string }[];
			await commitBlocks(ctx, dataset, list);
			return reply.code(200).send();
		},
	);
}

/**
 * A dataset that still waits for its blocks.
 */
function openDataset(
	ctx: import('../types.mts').ViewContext,
	request: import('fastify').FastifyRequest,
) {
	const dataset = entityIn(ctx, 'datasets', request);
	if (!dataset.inner.byBlocks || dataset.job) {
		throw conflict('InvalidPrerequisite', 'The dataset does not wait for blocks.');
	}
	return dataset;
}

function listed(dataset: EntityRecord, which: 'committed' | 'uncommitted') {
	return Object.entries(blocksOf(dataset, which)).map(([name, size]) => ({ name, size }));
}

export { addBlocks };
