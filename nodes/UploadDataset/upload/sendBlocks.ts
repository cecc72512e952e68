import { BLOCK_BYTES, blockId, putBlock } from '../../shared/api/blocks';
import { cancelSignal, throwIfCancelled } from '../../shared/api/cancel';
import type { SpeechClient } from '../../shared/api/client';
import { ServiceError } from '../../shared/api/serviceError';
import type { Block } from '../../shared/api/shapes';
import { InputError } from '../../shared/speech/inputError';
import { quoted } from '../../shared/speech/text';
import { ByteCursor } from '../check/byteCursor';
import { Meter } from '../check/meter';
import { BlockBuffers } from './blockBuffers';
import type { Payload } from '../plan/uploadPlan';
import { BYTE_ORDER_MARK } from '../check/text/encoding';

/** How far an upload is. */
export interface Progress {
	/** Bytes the service has, those of an earlier upload included. */
	there: number;
	total: number;
	/** Blocks sent by this upload, and blocks in all. */
	sent: number;
	blocks: number;
}

/** Blocks under way at once. */
export const IN_FLIGHT = 4;

/**
 * Sends a content block by block, leaving out the blocks the service already has. Of the content no more is in
 * memory than the blocks under way; each of them is tried again alone.
 *
 * @param existing Blocks of an earlier upload of the same content.
 * @throws ServiceError when a block cannot be sent; InputError when the content is not what it was.
 */
export async function sendBlocks(
	client: SpeechClient,
	datasetId: string,
	payload: Payload,
	existing: Block[],
	onProgress: (progress: Progress) => void,
): Promise<Progress> {
	const { bytes: total, sha256 } = payload;
	const sizes = new Map(existing.map(({ name, size }) => [name, size]));
	const blocks = Math.ceil(total / BLOCK_BYTES);
	const progress: Progress = { there: 0, total, sent: 0, blocks };
	const meter = new Meter(Infinity);
	const cursor = new ByteCursor(meter.measure(contentOfPlan(payload)));
	const buffers = new BlockBuffers(Math.min(IN_FLIGHT, blocks), Math.min(BLOCK_BYTES, total));
	try {
		for (let number = 0; number < blocks; number++) {
			throwIfCancelled(cancelSignal(client.context));
			const size = Math.min(BLOCK_BYTES, total - number * BLOCK_BYTES);
			if (sizes.get(blockId(number)) === size) {
				await cursor.skip(size);
				progress.there += size;
				continue;
			}
			const buffer = await buffers.take();
			const block = buffer.subarray(0, await cursor.fill(buffer.subarray(0, size)));
			buffers.use(buffer, async () => {
				await putBlock(client, datasetId, number, block);
				progress.there += block.length;
				progress.sent += 1;
				onProgress(progress);
			});
		}
		await buffers.allBack();
		while (await cursor.next());
	} finally {
		await Promise.allSettled([buffers.allBack(), cursor.close()]);
	}
	if (meter.sha256() === sha256) return progress;
	// Its blocks would pass for the content that its hash promises.
	const left = await client.remove('datasets', datasetId).then(() => '', stillThere(datasetId));
	throw changed(payload, left);
}

/** What is added about a dataset that could not be deleted; why it was to be is the error itself. */
function stillThere(datasetId: string): (thrown: unknown) => string {
	return (thrown) => {
		if (!(thrown instanceof ServiceError)) throw thrown;
		return ` The dataset created for it could not be deleted. Delete it manually (ID ${datasetId}). ${thrown.message}`;
	};
}

function changed({ source }: Payload, left: string): InputError {
	return new InputError(
		`The file ${quoted(source.name)} changed after it was validated, so it was not used.`,
		`Make sure that nothing writes to the file while the workflow runs, and run the workflow again.${left}`,
	);
}

/** The bytes to send, from the start each time. */
async function* contentOfPlan({ source, isMended }: Payload): AsyncGenerator<Buffer> {
	if (isMended) yield BYTE_ORDER_MARK;
	yield* source.open();
}
