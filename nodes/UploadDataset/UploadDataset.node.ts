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

export class UploadDataset implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'Upload Dataset',
		name: 'uploadDataset',
		icon: {
			light: 'file:../../icons/upload-dataset.svg',
			dark: 'file:../../icons/upload-dataset.dark.svg',
		},
		group: ['transform'],
		version: 1,
		subtitle:
			'={{ $parameter["operation"] === "url" ? "From URL" : "File in " + $parameter["binaryPropertyName"] }}',
		description:
			'Validate speech data and upload it as a dataset; a retry sends only the missing parts',
		defaults: { name: 'Upload Dataset' },
		inputs: [NodeConnectionTypes.Main],
		outputs: [NodeConnectionTypes.Main],
		usableAsTool: true,
		waitingNodeTooltip:
			'The node checks with Azure until the data is processed. To see the latest status, go to Executions, open the sub-execution, and select this node.',
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
