/**
 * A workflow in which an AI agent waits for a model: the node Wait For Training is its only tool.
 *
 * @param chosen.credential of the Speech resource
 * @param chosen.openAi credential of the language model
 * @param chosen.agentVersion n8n runs the tools of newer agents like nodes of the workflow, those of older ones inside the agent
 */
function agentWorkflow({
	credential,
	openAi,
	agentVersion,
}: {
	credential: { id: string; name: string; type: string };
	openAi: { id: string; name: string };
	agentVersion: number;
}) {
	const node = (name, type, typeVersion, parameters, more = {}) => ({
		id: name,
		name,
		type,
		typeVersion,
		position: [0, 0],
		parameters,
		...more,
	});
	const to = (kind) => ({ [kind]: [[{ node: 'Agent', type: kind, index: 0 }]] });
	return {
		name: `Agent ${agentVersion} That Waits`,
		nodes: [
			node('Now', 'n8n-nodes-base.scheduleTrigger', 1.2, { rule: { interval: [{}] } }),
			node('Agent', '@n8n/n8n-nodes-langchain.agent', agentVersion, {
				promptType: 'define',
				text: 'Is my model ready?',
				options: {},
			}),
			node(
				'Language Model',
				'@n8n/n8n-nodes-langchain.lmChatOpenAi',
				1.2,
				{ model: { __rl: true, mode: 'id', value: 'stand-in' }, options: {} },
				{ credentials: { openAiApi: openAi } },
			),
			node(
				'Wait For Training',
				'n8n-nodes-custom-speech.waitForTrainingTool',
				1,
				{
					waitFor: 'model',
					modelId: {
						__rl: true,
						mode: 'id',
						value: "={{ $fromAI('modelId', 'ID of the model') }}",
					},
				},
				{ credentials: { [credential.type]: { id: credential.id, name: credential.name } } },
			),
		],
		connections: {
			Now: to('main'),
			'Language Model': to('ai_languageModel'),
			'Wait For Training': to('ai_tool'),
		},
		settings: { executionOrder: 'v1' },
	};
}

export { agentWorkflow };
