import type { INodeProperties } from 'n8n-workflow';

/** The endpoint of a resource as a whole: custom domain, sovereign cloud, gateway or emulator. */
export const endpointProperty: INodeProperties = {
	displayName: 'Endpoint',
	name: 'endpoint',
	type: 'string',
	default: '',
	required: true,
	placeholder: 'e.g. https://my-resource.cognitiveservices.azure.com',
	description:
		'From the Keys and Endpoint page of the resource in the Azure portal. Enter only the scheme and host.',
};

export const apiVersionProperty: INodeProperties = {
	displayName: 'API Version',
	name: 'apiVersion',
	type: 'options',
	options: [
		{ name: '2025-10-15', value: '2025-10-15' },
		{ name: '2024-11-15 (Without Projects)', value: '2024-11-15' },
	],
	default: '2025-10-15',
	description:
		'Version of the Speech to text REST API. Keep the newest, unless your cloud does not support it.',
};
