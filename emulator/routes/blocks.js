'use strict';

const { conflict, invalidRequest } = require('../http/apiError.js');
const { contextOf } = require('../http/context.js');
const { tellRetryAfter } = require('../http/retryAfter.js');
const { startImport, takeContent } = require('../rules/importContent.js');
const { commit } = require('../schemas/dataset.js');
const { idParams } = require('../schemas/query.js');
const { statusOf } = require('../time/job.js');
const { entityIn } = require('./entityIn.js');

/**
 * @typedef {import('../types.js').EntityRecord} EntityRecord
 * @typedef {Record<string, number>} Blocks block id to size, in the order they came
 */

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
			blocks[blockid] = content.length;
			service.blobs.put(blobName(dataset, blockid), content);
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
			const content = Buffer.concat(list.map((entry) => blockFor(ctx, dataset, entry)));
			for (const id of Object.keys(blocksOf(dataset, 'uncommitted'))) {
				service.blobs.remove(blobName(dataset, id));
			}
			dataset.inner.committed = Object.fromEntries(
				list.map(({ id }) => [id, blocksOf(dataset, 'uncommitted')[id]]),
			);
			dataset.inner.uncommitted = {};
			startImport(ctx, dataset, takeContent(ctx, dataset, content));
			service.changed();
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
 * @returns {Blocks}
 */
function blocksOf(dataset, which) {
	dataset.inner[which] ??= {};
	return dataset.inner[which];
}

/**
 * Base64 of at most 64 bytes, and of the same length for every block of a dataset.
 * @param {string} blockid
 * @param {Blocks} others
 */
function checkBlockId(blockid, others) {
	const bytes = Buffer.from(blockid, 'base64');
	const [other] = Object.keys(others);
	if (bytes.length > 64 || bytes.toString('base64') !== blockid) {
		throw invalidRequest(
			'InvalidParameter',
			"'blockid' is not Base64 of at most 64 bytes.",
			'blockid',
		);
	}
	if (other !== undefined && other.length !== blockid.length) {
		throw invalidRequest(
			'InvalidParameter',
			"'blockid' differs in length from the others.",
			'blockid',
		);
	}
}

/**
 * @param {import('../types.js').ViewContext} ctx
 * @param {EntityRecord} dataset
 * @param {{ kind: string, id: string }} entry
 */
function blockFor(ctx, dataset, { kind, id }) {
	// Nothing is committed before the first commit, and after it the dataset takes no more blocks.
	const known = kind !== 'Committed' && Object.hasOwn(blocksOf(dataset, 'uncommitted'), id);
	const content = known ? ctx.service.blobs.get(blobName(dataset, id)) : undefined;
	if (!content) throw invalidRequest('InvalidPayload', `There is no such block: ${kind} '${id}'.`);
	return content;
}

/**
 * @param {EntityRecord} dataset
 * @param {string} blockid
 */
function blobName(dataset, blockid) {
	return `${dataset.id}.block.${blockid}`;
}

/**
 * @param {EntityRecord} dataset
 * @param {'committed' | 'uncommitted'} which
 */
function listed(dataset, which) {
	return Object.entries(blocksOf(dataset, which)).map(([name, size]) => ({ name, size }));
}

module.exports = { addBlocks };
