import { createHash } from 'node:crypto';
import type { Blocks, DatasetRecord } from '../records.mts';
import { conflict, invalid } from '../refusal.mts';

const LONGEST_ID = 64;

/**
 * The blocks of a dataset that still waits for them.
 */
export function openBlocks({ blocks, job }: DatasetRecord): Blocks {
	if (!blocks || job)
		throw conflict('InvalidPrerequisite', 'The dataset does not wait for blocks.');
	return blocks.uncommitted;
}

/**
 * Where a block lies. Its id is not taken as it is: as a file name it can be too long, or differ by case alone.
 */
export function blobName(dataset: DatasetRecord, blockid: string) {
	const digest = createHash('sha256').update(blockid).digest('hex').slice(0, 32);
	return `${dataset.id}.block.${digest}`;
}

/**
 * Base64 of at most 64 bytes, and of the same length for every block of a dataset.
 */
export function checkBlockId(blockid: string, others: Blocks) {
	const bytes = Buffer.from(blockid, 'base64');
	const other = Object.keys(others).at(0);
	if (bytes.length > LONGEST_ID || bytes.toString('base64') !== blockid) {
		throw invalid(
			'InvalidParameter',
			`'blockid' is not Base64 of at most ${LONGEST_ID} bytes.`,
			'blockid',
		);
	}
	if (other !== undefined && other.length !== blockid.length) {
		throw invalid('InvalidParameter', "'blockid' differs in length from the others.", 'blockid');
	}
}
