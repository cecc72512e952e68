import { entityPath } from './urls';
import type { SpeechClient } from './client';
import { readBlockLists, readDone, type BlockLists } from './shapes';

/** The most a block may hold; source: OpenAPI document 2025-10-15, Datasets_UploadBlock. */
export const BLOCK_BYTES = 8 * 1024 * 1024;

/** Digits of a block's number: ids must all be of one length, and this many need no escaping in Base64. */
const DIGITS = 6;

/** The id of the block with a number, from 0: Base64, as the service asks for. */
export function blockId(number: number): string {
	return Buffer.from(String(number).padStart(DIGITS, '0')).toString('base64');
}

/** The blocks the service has of a dataset. */
export async function readBlocks(client: SpeechClient, datasetId: string): Promise<BlockLists> {
	const { body } = await client.send<BlockLists>({
		method: 'GET',
		path: `${entityPath('datasets', datasetId)}/blocks`,
		read: readBlockLists,
		policy: 'ask',
	});
	return body;
}

/** Sends one block. It may be sent again: the last one of an id counts. */
export async function putBlock(
	client: SpeechClient,
	datasetId: string,
	number: number,
	bytes: Buffer,
): Promise<void> {
	await client.send({
		method: 'PUT',
		path: `${entityPath('datasets', datasetId)}/blocks`,
		query: { blockid: blockId(number) },
		read: readDone,
		body: bytes,
		policy: 'upload',
	});
}

/** Makes the content of a dataset from its first so many blocks, in order, once; `createOnce` makes that safe to repeat. */
export async function commitBlocks(
	client: SpeechClient,
	datasetId: string,
	count: number,
): Promise<void> {
	const list = Array.from({ length: count }, (_, number) => ({
		kind: 'Uncommitted',
		id: blockId(number),
	}));
	await client.send({
		method: 'POST',
		path: `${entityPath('datasets', datasetId)}/blocks:commit`,
		read: readDone,
		body: list,
		policy: 'change',
	});
}
