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

export class TrainModel implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'Train Model',
		name: 'trainModel',
		icon: {
			light: 'file:../../icons/train-model.svg',
			dark: 'file:../../icons/train-model.dark.svg',
		},
		group: ['transform'],
		version: 1,
		subtitle:
			'={{ ({ item: "Incoming Item", new: "New Model", retrain: "Existing Model" })[$parameter["operation"]] }}',
		description: 'Train or retrain a custom speech model without starting the same training twice',
		defaults: { name: 'Train Model' },
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
