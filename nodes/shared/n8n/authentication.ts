import type {
	ICredentialsDecrypted,
	ICredentialTestFunctions,
	INodeCredentialTestResult,
	INodeProperties,
} from 'n8n-workflow';

/** The credential a choice of 'Authentication' takes. */
export function credentialTypeOf(authentication: unknown): string {
	return authentication === 'oAuth2' ? 'azureCustomSpeechOAuth2Api' : 'azureCustomSpeechApi';
}

/** The nodes' own credential tests, by the name their descriptions give. */
export const credentialTest = { testEntraIdentity, testResourceKey };

async function testEntraIdentity(
	this: ICredentialTestFunctions,
	credential: ICredentialsDecrypted,
): Promise<INodeCredentialTestResult> {
	const test = await import('../api/testEntraIdentity');
	return await test.testEntraIdentity.call(this, credential);
}

async function testResourceKey(
	this: ICredentialTestFunctions,
	credential: ICredentialsDecrypted,
): Promise<INodeCredentialTestResult> {
	const test = await import('../api/testResourceKey');
	return await test.testResourceKey.call(this, credential);
}

export const authenticationProperty: INodeProperties = {
	displayName: 'Authentication',
	name: 'authentication',
	type: 'options',
	noDataExpression: true,
	options: [
		{
			name: 'Microsoft Entra ID (OAuth2)',
			value: 'oAuth2',
			description: 'Sign in with an app registration or a user. Requires a custom domain.',
		},
		{
			name: 'Resource Key',
			value: 'apiKey',
			description: 'Use a key of the Speech resource',
		},
	],
	default: 'apiKey',
};
