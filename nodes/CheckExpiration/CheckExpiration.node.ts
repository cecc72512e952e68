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

export class CheckExpiration implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'Check Expiration',
		name: 'checkExpiration',
		icon: {
			light: 'file:../../icons/check-expiration.svg',
			dark: 'file:../../icons/check-expiration.dark.svg',
		},
		group: ['transform'],
		version: 1,
		subtitle:
			'={{ ({ all: "All Models and Endpoints", endpoints: "Endpoints Only", model: "One Model" })[$parameter["operation"]] }}',
		description: 'Find custom speech models and endpoints that are about to expire',
		defaults: { name: 'Check Expiration' },
		inputs: [NodeConnectionTypes.Main],
		outputs: [NodeConnectionTypes.Main, NodeConnectionTypes.Main],
		outputNames: ['Retrain', 'No Retraining'],
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
