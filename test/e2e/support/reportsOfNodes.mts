import { followExecution } from '../../../playground/workflows/followExecution.mts';
import { runOnSchedule } from '../../../playground/workflows/runOnSchedule.mts';
import { storeWorkflow } from '../../../playground/workflows/storeWorkflow.mts';
import type { WorkflowNode } from '../../../playground/workflows/workflow.mts';
import { workflowInARow } from '../../../playground/workflows/workflowInARow.mts';
import { emulatorControl } from './emulatorControl.mts';
import { nodeResult } from './nodeResult.mts';
import { ownerSession, sharedPlayground } from './sharedPlayground.mts';
import { byId } from '../../support/locator.ts';

/** The pages of a run of Check Expiration and of one of Test Model in n8n, of a resource with a model in training. */
export async function reportsOfNodes(): Promise<{ expiration: string; test: string }> {
	const control = emulatorControl();
	const base = await control.put('baseModels', { displayName: '20260401', locale: 'en-US' });
	const tested = await control.put('models', {
		displayName: 'Retail new',
		locale: 'en-US',
		baseModel: base.id,
	});
	const dataset = await control.put('datasets', {
		displayName: 'Calls of October',
		locale: 'en-US',
		kind: 'Acoustic',
	});
	const training = await control.put('models', {
		displayName: 'Being trained',
		locale: 'en-US',
		status: 'Running',
	});
	await control.outcome({ collection: 'evaluations', durationMs: 1_000 });
	try {
		return {
			expiration: await pageOf({
				name: 'Check Expiration',
				type: 'checkExpiration',
				parameters: { returnAs: 'report' },
			}),
			test: await pageOf({
				name: 'Test Model',
				type: 'testModel',
				parameters: { modelId: byId(tested.id), testDatasetId: byId(dataset.id) },
			}),
		};
	} finally {
		// Other tests count what is there.
		await control.removeEntity('models', training.id);
		await control.removeEntity('models', tested.id);
		await control.removeEntity('baseModels', base.id);
	}
}

async function pageOf(node: WorkflowNode): Promise<string> {
	const session = ownerSession();
	const { credential } = sharedPlayground();
	const workflow = await storeWorkflow(session, workflowInARow(node.name, [node], { credential }));
	const run = await followExecution(session, await runOnSchedule(session, workflow));
	// A report goes to the second output when nothing expires.
	const { report } = nodeResult(run.items[node.name]?.[0] ?? {});
	if (!report) throw new Error(`'${node.name}' has made no report: ${run.error ?? run.status}`);
	return report.html;
}
