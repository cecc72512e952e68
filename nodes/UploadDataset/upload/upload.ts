import { commitBlocks, readBlocks } from '../../shared/api/blocks';
import { cancelSignal } from '../../shared/api/cancel';
import type { SpeechClient } from '../../shared/api/client';
import { createOnce } from '../../shared/api/createOnce';
import { pause } from '../../shared/api/pause';
import { ServiceError } from '../../shared/api/serviceError';
import type { Dataset } from '../../shared/speech/entities';
import { idOf } from '../../shared/speech/references';
import type { Twin } from '../../shared/speech/twins';
import { sendBlocks, type Progress } from './sendBlocks';
import type { StartedUpload } from './startUpload';
import type { UploadPlan } from '../plan/uploadPlan';

/** Pauses between the looks whether another execution has put the blocks together, in milliseconds. */
const LOOK_AFTER_MS = [500, 2_000, 5_000];

/** A dataset whose content the service has, or fetches by itself. */
export interface Uploaded {
	dataset: Dataset;
	/** Whether it was there before, so that nothing was sent. */
	reused: boolean;
	/** What was sent; null when nothing was. */
	progress: Progress | null;
	/** What was given up of a dataset made twice at once. */
	twin: Twin | null;
}

/**
 * Brings a content to its dataset: sends the blocks it lacks, and puts them together.
 */
export async function upload(
	client: SpeechClient,
	{ content }: UploadPlan,
	{ dataset, reused, blocks, twin }: StartedUpload,
	onProgress: (progress: Progress) => void,
): Promise<Uploaded> {
	if (blocks === null || 'url' in content) return { dataset, reused, progress: null, twin };
	const id = idOf(dataset);
	const send = async () => {
		const progress = await sendBlocks(client, id, content, blocks, onProgress);
		await commit(client, id, progress.blocks);
		return progress;
	};
	const progress = await send().catch(
		async (error) => await nothingIfFilledMeanwhile(client, id, error),
	);
	return { dataset, reused, progress, twin };
}

/** Makes the content of the blocks that were sent. */
async function commit(client: SpeechClient, id: string, blocks: number): Promise<void> {
	await createOnce(
		async () => {
			await commitBlocks(client, id, blocks);
			return true;
		},
		// The answer may have been lost after the content was made.
		async () => ((await hasContent(client, id)) ? true : null),
		cancelSignal(client.context),
	);
}

/**
 * A refusal may mean that another execution, uploading the same at the same time, was faster. The dataset was found by
 * the hash of its content, so what it holds then is the same.
 *
 * @throws the error itself when the dataset gets no content.
 */
async function nothingIfFilledMeanwhile(
	client: SpeechClient,
	id: string,
	error: unknown,
): Promise<null> {
	if (!isRefusal(error)) throw error;
	for (const delay of LOOK_AFTER_MS) {
		await pause(delay, cancelSignal(client.context));
		// A look that fails must not hide why it was needed.
		if (await hasContent(client, id).catch(ifService)) return null;
	}
	throw error;
}

function isRefusal(error: unknown): boolean {
	return error instanceof ServiceError && !error.isTransient && !error.isNotFound;
}

function ifService(thrown: unknown): false {
	if (thrown instanceof ServiceError) return false;
	throw thrown;
}

async function hasContent(client: SpeechClient, id: string): Promise<boolean> {
	return (await readBlocks(client, id)).committed.length > 0;
}
