import { commitBlocks, readBlocks } from '../../shared/api/blocks';
import { cancelSignal } from '../../shared/api/cancel';
import type { SpeechClient } from '../../shared/api/client';
import { createOnce } from '../../shared/api/createOnce';
import type { Dataset, Project } from '../../shared/speech/entities';
import { idOf } from '../../shared/speech/references';
import { sendBlocks, type Progress } from './sendBlocks';
import { startUpload } from './startUpload';
import type { UploadPlan } from './uploadPlan';

/** A dataset whose content the service has, or fetches by itself. */
export interface Uploaded {
	dataset: Dataset;
	/** Whether it was there before, so that nothing was sent. */
	reused: boolean;
	/** What was sent; null when nothing was. */
	progress: Progress | null;
}

/**
 * Brings a content to the service: makes the dataset, sends the blocks it lacks, and puts them together.
 *
 * @param run Equal for all tries of one run, different for every other run.
 */
export async function upload(
	client: SpeechClient,
	plan: UploadPlan,
	project: Project | null,
	run: string,
	onProgress: (progress: Progress) => void,
): Promise<Uploaded> {
	const { dataset, reused, blocks } = await startUpload(client, plan, project, run);
	const { content } = plan;
	if (blocks === null || 'url' in content) return { dataset, reused, progress: null };
	const id = idOf(dataset);
	const progress = await sendBlocks(client, id, content, blocks, onProgress);
	await createOnce(
		async () => {
			await commitBlocks(client, id, progress.blocks);
			return true;
		},
		// The answer may have been lost after the content was made.
		async () => ((await readBlocks(client, id)).committed.length > 0 ? true : null),
		cancelSignal(client.context),
	);
	return { dataset, reused, progress };
}
