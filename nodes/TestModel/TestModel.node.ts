import {
	NodeConnectionTypes,
	type IExecuteFunctions,
	type INodeExecutionData,
	type INodeType,
	type INodeTypeDescription,
} from 'n8n-workflow';

import { credentialTest } from '../shared/n8n/authentication';
import { listSearch } from '../shared/n8n/listSearch';
import { wholeRun } from '../shared/n8n/wholeRun';
import { properties } from './description';

export class TestModel implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'Test Model',
		name: 'testModel',
		icon: {
			light: 'file:../../icons/test-model.svg',
			dark: 'file:../../icons/test-model.dark.svg',
		},
		group: ['transform'],
		version: 1,
		subtitle:
			'={{ ({ evaluate: "Evaluate Accuracy", inspect: "Inspect Quality" })[$parameter["operation"]] }}',
		description:
			'Compare a custom speech model with the one in use and decide whether it is better',
		defaults: { name: 'Test Model' },
		inputs: [NodeConnectionTypes.Main],
		outputs: [NodeConnectionTypes.Main],
		usableAsTool: true,
		waitingNodeTooltip:
			'The node checks with Azure until the test is done. To see the latest status, go to Executions, open the sub-execution, and select this node.',
		credentials: [
			{
				name: 'azureCustomSpeechApi',
				required: true,
				testedBy: 'testResourceKey',
				displayOptions: { show: { authentication: ['apiKey'] } },
			},
			{
				name: 'azureCustomSpeechOAuth2Api',
				required: true,
				testedBy: 'testEntraIdentity',
				displayOptions: { show: { authentication: ['oAuth2'] } },
			},
		],
		properties,
	};

	methods = { listSearch, credentialTest };

	async execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
		return await wholeRun(this, async () => await import('./execute'));
	}
}
