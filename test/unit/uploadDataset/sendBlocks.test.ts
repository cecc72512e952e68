import { createHash } from 'node:crypto';
import { BLOCK_BYTES, blockId } from '../../../nodes/shared/api/blocks';
import type { Block } from '../../../nodes/shared/api/shapes';
import type { SpeechClient } from '../../../nodes/shared/api/client';
import type { ContentSource } from '../../../nodes/UploadDataset/check/contentSource';
import { sendBlocks } from '../../../nodes/UploadDataset/upload/sendBlocks';
import { uuid } from '../entities';
import { refusal } from '../failures';
import { sourceOf } from './sources';

const CONTENT = 'calls of a day';

interface Circumstances {
	/** The file as it is while it is sent. */
	source?: ContentSource;
	/** The file as it was checked. */
	checked?: string;
	existing?: Block[];
	remove?: () => Promise<void>;
}

/** Sends the blocks of a file to a service that takes all of them. */
async function send({
	source = sourceOf('calls.txt', CONTENT),
	checked = CONTENT,
	existing = [],
	remove = async () => {},
}: Circumstances) {
	const sentIds: unknown[] = [];
	const client = {
		context: {},
		send: async ({ query }: { query: { blockid: string } }) => {
			await Promise.resolve(sentIds.push(query.blockid));
		},
		remove: jest.fn(remove),
	};
	const payload = {
		source,
		isMended: false,
		sha256: createHash('sha256').update(checked).digest('hex'),
		bytes: checked.length,
	};
	const sent = sendBlocks(client as unknown as SpeechClient, uuid(1), payload, existing, () => {});
	const [progress, error] = await sent.then(
		(done) => [done, null] as const,
		(thrown: unknown) => [null, thrown as Error & { advice: string }] as const,
	);
	return { progress, error, sentIds, removed: client.remove.mock.calls };
}

const CHANGED = /^The file 'calls\.txt' changed after it was validated/;

describe('a file that changes under way', () => {
	it.each<[string, Circumstances]>([
		['is another one of the same length', { checked: 'CALLS OF A DAY' }],
		[
			'has grown, in a piece of its own',
			{ source: sourceOf('calls.txt', `${CONTENT} and more`, CONTENT.length) },
		],
		['has shrunk', { source: sourceOf('calls.txt', CONTENT.slice(1)) }],
		[
			'is in Azure already, as it was',
			{ checked: 'CALLS OF A DAY', existing: [{ name: blockId(0), size: CONTENT.length }] },
		],
	])('is told, and what was begun of it is deleted, when it %s', async (_what, circumstances) => {
		const { error, removed } = await send(circumstances);
		expect(error?.message).toMatch(CHANGED);
		expect(error?.advice).not.toContain('deleted');
		expect(removed).toEqual([['datasets', uuid(1)]]);
	});

	it('is told all the same when the service refuses to delete it', async () => {
		const { error } = await send({
			checked: 'CALLS OF A DAY',
			remove: async () => {
				await Promise.reject(refusal(409));
			},
		});
		expect(error?.message).toMatch(CHANGED);
		expect(error?.advice).toContain(`could not be deleted. Delete it manually (ID ${uuid(1)})`);
		expect(error?.advice).toContain('Refused with 409.');
	});
});

describe('a file that stays as it was', () => {
	const done = { there: CONTENT.length, total: CONTENT.length, blocks: 1 };

	it.each<[string, Block[], number]>([
		['nothing is there', [], 1],
		['the block is there', [{ name: blockId(0), size: CONTENT.length }], 0],
		['the block there is shorter', [{ name: blockId(0), size: CONTENT.length - 1 }], 1],
		['the block there is longer', [{ name: blockId(0), size: CONTENT.length + 1 }], 1],
		['another block is there', [{ name: blockId(1), size: CONTENT.length }], 1],
	])('has what is missing of it sent when %s', async (_when, existing, sent) => {
		const { progress, sentIds, removed } = await send({ existing });
		expect(progress).toEqual({ ...done, sent });
		expect(sentIds).toHaveLength(sent);
		expect(removed).toEqual([]);
	});

	it.each([
		[BLOCK_BYTES - 1, 1],
		[BLOCK_BYTES, 1],
		[BLOCK_BYTES + 1, 2],
	])('of %i bytes is sent in blocks: %i', async (bytes, blocks) => {
		const checked = 'x'.repeat(bytes);
		const { progress, sentIds } = await send({
			source: sourceOf('calls.txt', checked, 1024 * 1024),
			checked,
		});
		expect(progress).toMatchObject({ there: bytes, sent: blocks, blocks });
		expect(sentIds.sort()).toEqual([0, 1].slice(0, blocks).map(blockId));
	});
});
