import type { StoredCredential } from '../../playground/n8n/credential.mts';
import type { N8nSession } from '../../playground/n8n/n8nSession.mts';
import { executionTimes, type Span } from '../../playground/workflows/executionTimes.mts';
import { followExecution } from '../../playground/workflows/followExecution.mts';
import { runOnSchedule } from '../../playground/workflows/runOnSchedule.mts';
import { storeWorkflow } from '../../playground/workflows/storeWorkflow.mts';
import { uploadWorkflow } from '../../playground/workflows/uploadWorkflow.mts';

const PATIENCE = 30 * 60_000;

/**
 * Uploads a file with the nodes of this package, as a scheduled execution, also when the service has the same already.
 *
 * @param file which n8n may read
 * @returns when each node was at work
 */
export async function uploadInN8n(
	{ session, credential }: { session: N8nSession; credential: StoredCredential },
	file: string,
): Promise<Map<string, Span>> {
	const upload = {
		parameters: {
			locale: { __rl: true, mode: 'id', value: 'en-US' },
			waitUntilProcessed: false,
			options: { ifAlreadyUploaded: 'again' },
		},
	};
	const workflow = uploadWorkflow(credential, file, { upload });
	const id = await runOnSchedule(session, await storeWorkflow(session, workflow));
	const { status, error } = await followExecution(session, id, {
		patience: PATIENCE,
		every: 2_000,
	});
	if (status !== 'success') throw new Error(`The upload ended as ${status}. ${error ?? ''}`);
	return await executionTimes(session, id);
}
