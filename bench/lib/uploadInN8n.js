const { executionTimes } = require('../../playground/lib/executionTimes');
const { followExecution } = require('../../playground/lib/followExecution');
const { runOnSchedule } = require('../../playground/lib/runOnSchedule');
const { storeWorkflow } = require('../../playground/lib/storeWorkflow');
const { uploadWorkflow } = require('../../playground/lib/uploadWorkflow');

const PATIENCE = 30 * 60_000;

/**
 * Uploads a file with the nodes of this package, as a scheduled execution, also when the service has the same already.
 *
 * @param {object} playground
 * @param {string} file which n8n may read
 * @returns {Promise<Record<string, { begun: number, ended: number }>>} when each node was at work
 */
async function uploadInN8n({ session, credential }, file) {
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

module.exports = { uploadInN8n };
