import type { ExecutionStatus } from 'n8n-workflow';
import { anything, object, record, text } from '../../../../playground/json.mts';
import type { N8nSession } from '../../../../playground/n8n/n8nSession.mts';
import type { RunningN8n } from '../../../../playground/n8n/startN8n.mts';
import { readWorkflow } from '../../../../playground/workflows/storeWorkflow.mts';
import type {
	WorkflowDraft,
	WorkflowReference,
} from '../../../../playground/workflows/workflow.mts';
import { pathOf } from './waitingWorkflow.mts';
import { startedExecution } from './waits.mts';

const retried = object<{ id: string; status: ExecutionStatus }>({
	id: text,
	status: (value) => text(value) as ExecutionStatus,
});

const pinned = object<{ pinData: unknown }>({ pinData: anything });

/** What the caller of a web hook gets. */
export interface HookAnswer {
	status: number;
	json: Record<string, unknown>;
}

/** What a person presses in n8n's editor, over the endpoints behind the buttons. */
export function buttonsOf({ n8n, session }: { n8n: Pick<RunningN8n, 'url'>; session: N8nSession }) {
	async function run(workflow: WorkflowReference, how: object): Promise<string> {
		const workflowData = await session.get(`/rest/workflows/${workflow.id}`);
		const body = { workflowData, triggerToStartFrom: { name: 'Start' }, ...how };
		return startedExecution(await session.post(`/rest/workflows/${workflow.id}/run`, body))
			.executionId;
	}

	return {
		/** 'Retry' in the list of executions; answers once the new execution is over, or waits. */
		async retry(id: string, workflow: 'original' | 'currently saved') {
			const body = { loadWorkflow: workflow === 'currently saved' };
			return retried(await session.post(`/rest/executions/${id}/retry`, body));
		},
		/** 'Execute Workflow' in the editor. */
		execute: async (workflow: WorkflowReference) => await run(workflow, {}),
		/** 'Execute step' of a node. */
		executeStep: async (workflow: WorkflowReference, nodeName: string) =>
			await run(workflow, { destinationNode: { nodeName, mode: 'inclusive' } }),
		/** 'Pin' on the output of a node. */
		async pin(workflow: WorkflowReference, nodeName: string, json: object) {
			const stored = record(await session.get(`/rest/workflows/${workflow.id}`));
			const pinData = { [nodeName]: [{ json }] };
			const path = `/rest/workflows/${workflow.id}`;
			return pinned(await session.patch(path, { ...stored, pinData })).pinData;
		},
		/** 'Rename' in the menu of a workflow. */
		async rename(workflow: WorkflowReference, name: string) {
			const { versionId } = await readWorkflow(session, workflow.id);
			await session.patch(`/rest/workflows/${workflow.id}`, { name, versionId });
		},
		/** 'Duplicate' in the menu of a workflow. */
		async duplicate(workflow: WorkflowReference, name: string): Promise<WorkflowDraft> {
			const { nodes, connections, settings } = await readWorkflow(session, workflow.id);
			return { name, nodes, connections, settings };
		},
		/** 'Delete' in the list of executions. */
		async deleteExecution(id: string) {
			await session.post('/rest/executions/delete', { ids: [id] });
		},
		/** 'Delete' in the list of credentials. */
		async deleteCredential(id: string) {
			await session.remove(`/rest/credentials/${id}`);
		},
		/** Calls the web hook of a workflow, and waits for its answer. */
		async answerOf({ name }: WorkflowReference): Promise<HookAnswer> {
			const response = await fetch(`${n8n.url}/webhook/${pathOf(name)}`, { method: 'POST' });
			return { status: response.status, json: record(await response.json()) };
		},
	};
}
