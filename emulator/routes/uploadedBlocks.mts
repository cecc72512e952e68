import { createHash } from 'node:crypto';
import { invalidRequest } from '../http/apiError.mts';

export type EntityRecord = import('../types.mts').EntityRecord;

export type Blocks = Record<string, number>;

function blocksOf(dataset: EntityRecord, which: 'committed' | 'uncommitted'): Blocks {
	dataset.inner[which] ??= {};
	return dataset.inner[which];
}

/**
 * Where a block lies. Its id is not taken as it is: as a file name it can be too long, or differ by case alone.
 */
function blobName(dataset: EntityRecord, blockid: string) {
	const digest = createHash('sha256').update(blockid).digest('hex').slice(0, 32);
	return `${dataset.id}.block.${digest}`;
}

/**
 * Base64 of at most 64 bytes, and of the same length for every block of a dataset.
 */
function checkBlockId(blockid: string, others: Blocks) {
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

export { blocksOf, blobName, checkBlockId };
