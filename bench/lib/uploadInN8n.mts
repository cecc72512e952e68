import { executionTimes } from '../../playground/lib/executionTimes.mts';
import { followExecution } from '../../playground/lib/followExecution.mts';
import { runOnSchedule } from '../../playground/lib/runOnSchedule.mts';
import { storeWorkflow } from '../../playground/lib/storeWorkflow.mts';
import { uploadWorkflow } from '../../playground/lib/uploadWorkflow.mts';

const PATIENCE = 30 * 60_000;

/**
 * Uploads a file with the nodes of this package, as a scheduled execution, also when the service has the same already.
 *
 * @param file which n8n may read
 * @returns when each node was at work
 */
async function uploadInN8n(
	{ session, credential }: object,
	file: string,
): Promise<Record<string, { begun: number; ended: number }>> {
	const upload = {
		parameters: {
			locale: { __rl: true, mode: 'id', value: 'en-US' },
			waitUntilProcessed: false,
			options: { ifAlreadyUploaded: 'again' },
		},
	};
	const workflow = uploadWorkflow(credential, file, { upload });
	const id = await runOnSchedule(session, await storeWorkflow(session, workflow));
	const run = await followExecution(session, id, { patience: PATIENCE, every: 2_000 });
	if (run.status !== 'success') throw new Error(`The upload ended as ${run.status}. ${run.error}`);
	return await executionTimes(session, id);
}

export { uploadInN8n };
