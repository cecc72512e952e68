'use strict';

const { conflict, invalidRequest } = require('../http/apiError.js');
const { contextOf } = require('../http/context.js');
const { tellRetryAfter } = require('../http/retryAfter.js');
const { commit } = require('../schemas/dataset.js');
const { idParams } = require('../schemas/query.js');
const { statusOf } = require('../time/job.js');
const { commitBlocks } = require('./commitBlocks.js');
const { entityIn } = require('./entityIn.js');
const { blobName, blocksOf, checkBlockId } = require('./uploadedBlocks.js');

/** @typedef {import('../types.js').EntityRecord} EntityRecord */

const MOST_BYTES = 8 * 1024 * 1024;

/**
 * Upload in blocks.
 * @param {import('fastify').FastifyInstance} app
 * @param {import('../service.js').Service} service
 * @param {ReturnType<typeof import('../schemas/query.js').querySchemas>} query
 */
function addBlocks(app, service, query) {
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
			const { blockid } = /** @type {{ blockid: string }} */ (request.query);
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
			const list = /** @type {{ kind: string, id: string }[]} */ (request.body);
			await commitBlocks(ctx, dataset, list);
			return reply.code(200).send();
		},
	);
}

/**
 * A dataset that still waits for its blocks.
 * @param {import('../types.js').ViewContext} ctx
 * @param {import('fastify').FastifyRequest} request
 */
function openDataset(ctx, request) {
	const dataset = entityIn(ctx, 'datasets', request);
	if (!dataset.inner.byBlocks || dataset.job) {
		throw conflict('InvalidPrerequisite', 'The dataset does not wait for blocks.');
	}
	return dataset;
}

/**
 * @param {EntityRecord} dataset
 * @param {'committed' | 'uncommitted'} which
 */
function listed(dataset, which) {
	return Object.entries(blocksOf(dataset, which)).map(([name, size]) => ({ name, size }));
}

module.exports = { addBlocks };
