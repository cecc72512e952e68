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

export class SelectBaseline implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'Select Baseline',
		name: 'selectBaseline',
		icon: {
			light: 'file:../../icons/select-baseline.svg',
			dark: 'file:../../icons/select-baseline.dark.svg',
		},
		group: ['transform'],
		version: 1,
		subtitle:
			'={{ $parameter["operation"] === "specific" ? "Specific Base Model" : "Newest That Fits" }}',
		description: 'Select the base model to train a custom speech model from',
		defaults: { name: 'Select Baseline' },
		inputs: [NodeConnectionTypes.Main],
		outputs: [NodeConnectionTypes.Main],
		usableAsTool: true,
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
