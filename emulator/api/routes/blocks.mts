import type { UploadedBlocks } from '../../../contract/types.d.ts';
import type { Blocks } from '../../domain/records.mts';
import { invalid } from '../../domain/refusal.mts';
import { commitBlocks, type WantedBlock } from '../../domain/rules/commitBlocks.mts';
import { blobName, checkBlockId, openBlocks } from '../../domain/rules/uploadedBlocks.mts';
import { statusOf } from '../../domain/time/job.mts';
import { readBytes } from '../http/bodies.mts';
import { inScope } from '../http/inScope.mts';
import { tellRetryAfter } from '../http/retryAfter.mts';
import { contextOf, entityIn } from '../requestContext.mts';
import { commit } from '../schemas/dataset.mts';
import { idParams } from '../schemas/query.mts';
import type { Api } from './api.mts';

const MOST_BYTES = 8 * 1024 * 1024;
const PATH = '/datasets/:id/blocks';

interface OneDataset {
	Params: { id: string };
}

/**
 * Upload in blocks.
 */
export function addBlocks(api: Api) {
	inScope(api.app, (scope) => {
		scope.removeAllContentTypeParsers();
		readBytes(scope, MOST_BYTES);
		addUpload({ ...api, app: scope });
	});
	addBlockList(api);
	addCommit(api);
}

function addUpload({ app, host, query }: Api) {
	const schema = { params: idParams, querystring: query.block };
	app.put<OneDataset & { Querystring: { blockid: string }; Body: unknown }>(
		PATH,
		{ schema, bodyLimit: MOST_BYTES },
		async (request, reply) => {
			const { blockid } = request.query;
			const dataset = entityIn(contextOf(host, request), 'datasets', request);
			const blocks = openBlocks(dataset);
			const content = request.body;
			if (!Buffer.isBuffer(content) || content.length === 0) {
				throw invalid('EmptyRequest', 'The block is empty.');
			}
			checkBlockId(blockid, blocks);
			await host.service.blobs.write(blobName(dataset, blockid), [content]);
			// It may be gone or committed, or another first block may have come, while this one was written.
			openBlocks(entityIn(contextOf(host, request), 'datasets', request));
			checkBlockId(blockid, blocks);
			blocks[blockid] = content.length;
			host.changed();
			return reply.code(201).send();
		},
	);
}

function addBlockList({ app, host, query }: Api) {
	const schema = { params: idParams, querystring: query.plain };
	app.get<OneDataset>(PATH, { schema }, (request, reply): UploadedBlocks => {
		const ctx = contextOf(host, request);
		const dataset = entityIn(ctx, 'datasets', request);
		tellRetryAfter(host, reply, [statusOf(dataset, ctx.now)]);
		return {
			committedBlocks: listed(dataset.blocks?.committed),
			uncommittedBlocks: listed(dataset.blocks?.uncommitted),
		};
	});
}

function addCommit({ app, host, query }: Api) {
	const schema = { params: idParams, querystring: query.plain, body: commit };
	app.post<OneDataset & { Body: WantedBlock[] }>(
		'/datasets/:id/blocks::commit',
		{ schema },
		async (request, reply) => {
			const ctx = contextOf(host, request);
			const dataset = entityIn(ctx, 'datasets', request);
			const used = await commitBlocks(ctx, dataset, request.body);
			host.changed();
			// Only now, because until the state is saved a restart would look for the blocks.
			host.state.flush();
			for (const name of used) host.service.blobs.remove(name);
			return reply.code(200).send();
		},
	);
}

function listed(blocks: Blocks = {}) {
	return Object.entries(blocks).map(([name, size]) => ({ name, size }));
}
