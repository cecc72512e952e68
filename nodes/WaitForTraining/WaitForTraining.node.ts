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

export class WaitForTraining implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'Wait For Training',
		name: 'waitForTraining',
		icon: {
			light: 'file:../../icons/wait-for-training.svg',
			dark: 'file:../../icons/wait-for-training.dark.svg',
		},
		group: ['transform'],
		version: 1,
		subtitle:
			'={{ ({ item: "Incoming Item", model: "Model", dataset: "Dataset", endpoint: "Endpoint", evaluation: "Test", modelCopy: "Model Copy" })[$parameter["operation"]] }}',
		description: 'Wait until a training, upload, test or deployment finishes',
		defaults: { name: 'Wait For Training' },
		inputs: [NodeConnectionTypes.Main],
		outputs: [NodeConnectionTypes.Main],
		usableAsTool: true,
		waitingNodeTooltip:
			'The node checks with Azure until the job is done. To see the latest status, go to Executions, open the sub-execution, and select this node.',
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
