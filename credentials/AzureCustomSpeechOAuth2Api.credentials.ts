import type { Icon, ICredentialType, INodeProperties } from 'n8n-workflow';

import { apiVersionProperty, endpointProperty } from './resourceAddress';

const AUTHORITY =
	// Anything but https, or http on this machine, gives no address: the client secret must not travel in clear.
	'{{($self["cloud"] === "other" ? $self["authority"] : $self["cloud"]).trim().match(/^(https:\\/\\/[^?#@]+?|http:\\/\\/(?:localhost|127\\.0\\.0\\.1)(?::\\d+)?)\\/*$/)?.[1] ?? ""}}/{{encodeURIComponent($self["tenantId"].trim())}}/oauth2/v2.0';

/** A Speech resource reached as a Microsoft Entra ID identity instead of with a key. Tested by the nodes, too. */
export class AzureCustomSpeechOAuth2Api implements ICredentialType {
	name = 'azureCustomSpeechOAuth2Api';

	extends = ['oAuth2Api'];

	displayName = 'Azure Custom Speech OAuth2 API';

	icon: Icon = {
		light: 'file:../icons/custom-speech.svg',
		dark: 'file:../icons/custom-speech.dark.svg',
	};

	documentationUrl =
		'https://learn.microsoft.com/azure/ai-services/speech-service/role-based-access-control';

	properties: INodeProperties[] = [
		{
			displayName: 'Grant Type',
			name: 'grantType',
			type: 'options',
			options: [
				{
					name: 'Client Credentials',
					value: 'clientCredentials',
					description: 'n8n signs in as an app registration. Recommended for scheduled workflows.',
				},
				{
					name: 'Authorization Code',
					value: 'authorizationCode',
					description: 'A user signs in, and n8n acts on their behalf',
				},
			],
			default: 'clientCredentials',
		},
		{
			// Named as an unused field of n8n's OAuth2 credential, for n8n shows those first and new ones below them.
			displayName:
				'Needs the custom domain of the resource, not a regional endpoint: in the Azure portal, Networking > Generate Custom Domain Name, which cannot be undone. The app or user needs the role <b>Cognitive Services Speech Contributor</b> on the resource, under Access control (IAM). <a href="https://learn.microsoft.com/azure/ai-services/speech-service/role-based-access-control" target="_blank">Compare roles</a>',
			name: 'serverUrl',
			type: 'notice',
			default: '',
		},
		{
			...endpointProperty,
			description:
				"The custom domain, from the resource's Keys and Endpoint page in the Azure portal. Scheme and host only.",
		},
		{
			displayName: 'Tenant ID',
			name: 'tenantId',
			type: 'string',
			default: '',
			required: true,
			placeholder: 'e.g. contoso.onmicrosoft.com',
			description:
				'Directory (tenant) ID or domain, from the Overview page of the app registration in Entra ID',
		},
		{
			displayName: 'Cloud',
			name: 'cloud',
			type: 'options',
			// Source: Microsoft Learn, "National clouds", Entra ID endpoints.
			options: [
				{ name: 'Azure China (21Vianet)', value: 'https://login.partner.microsoftonline.cn' },
				{ name: 'Azure Government', value: 'https://login.microsoftonline.us' },
				{ name: 'Azure Public', value: 'https://login.microsoftonline.com' },
				{ name: 'Other', value: 'other' },
			],
			default: 'https://login.microsoftonline.com',
			description: 'The Azure cloud of the tenant',
		},
		{
			displayName: 'Authority URL',
			name: 'authority',
			type: 'string',
			default: '',
			placeholder: 'e.g. https://login.example.com',
			description: 'The sign-in URL of your cloud, without the tenant',
			displayOptions: { show: { cloud: ['other'] } },
		},
		{
			displayName: 'Resource Scope',
			name: 'resourceScope',
			type: 'string',
			default: 'https://cognitiveservices.azure.com/.default',
			description: 'The scope to request. Other clouds may use a different one.',
		},
		apiVersionProperty,
		{
			displayName: 'Authorization URL',
			name: 'authUrl',
			type: 'hidden',
			default: `=${AUTHORITY}/authorize`,
		},
		{
			displayName: 'Access Token URL',
			name: 'accessTokenUrl',
			type: 'hidden',
			default: `=${AUTHORITY}/token`,
		},
		{
			displayName: 'Scope',
			name: 'scope',
			type: 'hidden',
			// Entra ID refuses offline_access when no person is signed in.
			default:
				'={{$self["resourceScope"]}}{{$self["grantType"] === "authorizationCode" ? " offline_access" : ""}}',
		},
		{
			displayName: 'Auth URI Query Parameters',
			name: 'authQueryParameters',
			type: 'hidden',
			default: '',
		},
		{
			displayName: 'Authentication',
			name: 'authentication',
			type: 'hidden',
			default: 'body',
		},
		{
			// Entra ID needs nothing of the kind, and shown it is before the endpoint.
			displayName: 'Send Additional Body Properties',
			name: 'sendAdditionalBodyProperties',
			type: 'hidden',
			default: false,
		},
	];
}
