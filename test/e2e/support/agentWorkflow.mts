import type { StoredCredential } from '../../../playground/n8n/credential.mts';
import {
	credentialsWith,
	type Connections,
	type NodeCredential,
	type WorkflowDraft,
	type WorkflowNode,
} from '../../../playground/workflows/workflow.mts';
import { byId } from '../../support/locator.ts';

/**
 * A workflow in which an AI agent waits for a model: the node Wait For Training is its only tool.
 *
 * @param chosen.credential of the Speech resource
 * @param chosen.openAi credential of the language model
 * @param chosen.agentVersion n8n runs the tools of newer agents like nodes of the workflow, those of older ones inside the agent
 */
export function agentWorkflow({
	credential,
	openAi,
	agentVersion,
}: {
	credential: StoredCredential;
	openAi: NodeCredential;
	agentVersion: number;
}): WorkflowDraft {
	const nodes: WorkflowNode[] = [
		{
			name: 'Now',
			type: 'n8n-nodes-base.scheduleTrigger',
			typeVersion: 1.2,
			parameters: { rule: { interval: [{}] } },
		},
		{
			name: 'Agent',
			type: '@n8n/n8n-nodes-langchain.agent',
			typeVersion: agentVersion,
			parameters: { promptType: 'define', text: 'Is my model ready?', options: {} },
		},
		{
			name: 'Language Model',
			type: '@n8n/n8n-nodes-langchain.lmChatOpenAi',
			typeVersion: 1.2,
			parameters: { model: byId('stand-in'), options: {} },
			credentials: { openAiApi: openAi },
		},
		{
			name: 'Wait For Training',
			type: 'n8n-nodes-custom-speech.waitForTrainingTool',
			typeVersion: 1,
			parameters: {
				operation: 'model',
				modelId: byId("={{ $fromAI('modelId', 'ID of the model') }}"),
			},
			credentials: credentialsWith(credential),
		},
	];
	return {
		name: `Agent ${agentVersion} That Waits`,
		nodes: nodes.map((node) => ({ id: node.name, position: [0, 0], ...node })),
		connections: {
			Now: toAgent('main'),
			'Language Model': toAgent('ai_languageModel'),
			'Wait For Training': toAgent('ai_tool'),
		},
		settings: { executionOrder: 'v1' },
	};
}

function toAgent(kind: string): Connections[string] {
	return { [kind]: [[{ node: 'Agent', type: kind, index: 0 }]] };
}
