import type { IExecuteFunctions } from 'n8n-workflow';

import { casesNodeName, storedWorkflow } from '../../../../nodes/shared/waiting/stored/workflow';

const credentials = { azureCustomSpeechApi: { id: '1', name: 'Speech' } };
const contextOf = (name: string) =>
	({
		getWorkflow: () => ({ id: 'Ab12', name: 'Retrain', active: true }),
		getNode: () => ({
			id: 'x',
			name,
			type: 'n8n-nodes-custom-speech.waitForTraining',
			typeVersion: 1,
			position: [0, 0],
			parameters: { operation: 'model', modelId: '={{ $json.model }}' },
			credentials,
			retryOnFail: true,
		}),
		getNodeParameter: () => 'apiKey',
	}) as unknown as IExecuteFunctions;

describe('the workflow of a stored wait', () => {
	const workflow = storedWorkflow(contextOf('Wait For Training'));
	const node = workflow.nodes.find(({ type }) => type.endsWith('waitForTraining'));

	it('has the ID of the saved workflow, and a name that tells what it is', () => {
		expect([workflow.id, workflow.name]).toEqual(['Ab12', 'Retrain: Wait For Training']);
	});

	it('has limits and notices of its own: no time limit, no error workflow, results kept', () => {
		expect(workflow.settings).toMatchObject({
			executionTimeout: -1,
			saveDataSuccessExecution: 'all',
			saveDataErrorExecution: 'all',
		});
		expect(workflow.settings).not.toHaveProperty('errorWorkflow');
	});

	it('holds the node with its credential and nothing to read but the stored wait', () => {
		expect(node).toMatchObject({
			name: 'Wait For Training',
			credentials,
			parameters: { authentication: 'apiKey', storedWait: 'poll' },
		});
		expect(node).not.toHaveProperty('onError');
		expect(node).not.toHaveProperty('retryOnFail');
	});

	it('has no expression in the field, whatever the node is called', () => {
		const { nodes } = storedWorkflow(contextOf('={{ $json }}'));
		const fields = nodes.map(({ parameters }) => parameters.storedWait).filter(Boolean);
		expect(fields).toEqual(['poll', 'pause']);
	});

	it('leads the node back to itself by its first output, and to the end by its second', () => {
		const [again, done] = workflow.connections['Wait For Training'].main;
		expect(again).toMatchObject([{ node: 'Until Next Check' }]);
		expect(done).toMatchObject([{ node: 'Done' }]);
		const [back] = workflow.connections['Until Next Check'].main;
		expect(back).toMatchObject([{ node: 'Wait For Training' }]);
	});

	it.each(['Cases', 'Done', 'Until Next Check', 'Wait For Training'])(
		'has no two nodes of a name when ours is %s',
		(name) => {
			const { nodes, connections } = storedWorkflow(contextOf(name));
			expect(new Set(nodes.map((other) => other.name)).size).toBe(4);
			expect(connections).toHaveProperty([casesNodeName(name)]);
		},
	);
});
