import type { IAuthenticateGeneric, Icon, ICredentialType, INodeProperties } from 'n8n-workflow';

import { SPEECH_REGIONS } from '../nodes/shared/speech/trainingHardware';
import { apiVersionProperty, endpointProperty } from './resourceAddress';

/** A Speech resource reached with one of its two keys. Tested by the nodes, which can say more than a status. */
export class AzureCustomSpeechApi implements ICredentialType {
	name = 'azureCustomSpeechApi';

	displayName = 'Azure Custom Speech API';

	icon: Icon = {
		light: 'file:../icons/custom-speech.svg',
		dark: 'file:../icons/custom-speech.dark.svg',
	};

	documentationUrl = 'https://learn.microsoft.com/azure/ai-services/authentication';

	properties: INodeProperties[] = [
		{
			displayName: 'Connect By',
			name: 'endpointType',
			type: 'options',
			options: [
				{
					name: 'Region',
					value: 'region',
					description: 'A resource in the Azure public cloud, by its region',
				},
				{
					name: 'Custom Domain or Other Endpoint',
					value: 'custom',
					description: 'Custom domain, Azure Government, Azure China, a gateway, or the emulator',
				},
			],
			default: 'region',
		},
		{
			displayName: 'Region',
			name: 'region',
			type: 'options',
			options: [
				...SPEECH_REGIONS.map((region) => ({ name: region, value: region })),
				{ name: 'Other Region', value: 'other' },
			],
			default: 'westeurope',
			description:
				'The location on the Keys and Endpoint page of the resource. Keys work only in their own region.',
			displayOptions: { show: { endpointType: ['region'] } },
		},
		{
			displayName: 'Other Region',
			name: 'otherRegion',
			type: 'string',
			default: '',
			placeholder: 'e.g. newzealandnorth',
			description: 'The region identifier, in lowercase and without spaces',
			displayOptions: { show: { endpointType: ['region'], region: ['other'] } },
		},
		{ ...endpointProperty, displayOptions: { show: { endpointType: ['custom'] } } },
		{
			displayName: 'Resource Key',
			name: 'apiKey',
			type: 'string',
			typeOptions: { password: true },
			default: '',
			required: true,
			description: "KEY 1 or KEY 2 from the resource's Keys and Endpoint page in the Azure portal",
		},
		apiVersionProperty,
	];

	authenticate: IAuthenticateGeneric = {
		type: 'generic',
		properties: { headers: { 'Ocp-Apim-Subscription-Key': '={{$credentials.apiKey}}' } },
	};
}
