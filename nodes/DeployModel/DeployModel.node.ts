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

export class DeployModel implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'Deploy Model',
		name: 'deployModel',
		icon: {
			light: 'file:../../icons/deploy-model.svg',
			dark: 'file:../../icons/deploy-model.dark.svg',
		},
		group: ['transform'],
		version: 1,
		subtitle:
			'={{ ({ create: "Create Endpoint", rollBack: "Roll Back", update: "Update Endpoint" })[$parameter["operation"]] }}',
		description:
			'Deploy a custom speech model to an endpoint, or roll the endpoint back to its previous model',
		defaults: { name: 'Deploy Model' },
		inputs: [NodeConnectionTypes.Main],
		outputs: [NodeConnectionTypes.Main],
		usableAsTool: true,
		waitingNodeTooltip:
			'The node checks with Azure until the endpoint is ready. To see the latest status, go to Executions, open the sub-execution, and select this node.',
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
