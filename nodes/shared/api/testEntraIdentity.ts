import type {
	ICredentialsDecrypted,
	ICredentialTestFunctions,
	INodeCredentialTestResult,
} from 'n8n-workflow';

import { InputError } from '../speech/inputError';
import { connectionOf, type ResourceAddress } from './connection';
import { ask } from './credentialRequest';
import { parseErrorBody } from './errorBody';
import { failed, testResource } from './resourceVerdict';

/** The credential as n8n fills it in; the address of the sign-in is an expression of its own. */
interface EntraFields extends ResourceAddress {
	grantType?: string;
	clientId?: string;
	clientSecret?: string;
	accessTokenUrl?: string;
	scope?: string;
	/** Of a person who has signed in. */
	oauthTokenData?: { access_token?: string };
}

/**
 * Tests an identity of Microsoft Entra ID: signs it in and asks the resource. Tells a refused sign-in, a missing role,
 * a missing custom domain and a wrong host apart, each with what to do next.
 */
export async function testEntraIdentity(
	this: ICredentialTestFunctions,
	credential: ICredentialsDecrypted,
): Promise<INodeCredentialTestResult> {
	const fields = (credential.data ?? {}) as unknown as EntraFields;
	try {
		const connection = connectionOf('azureCustomSpeechOAuth2Api', fields);
		const signedIn = await signIn(this, fields);
		if ('problem' in signedIn) return failed(signedIn.problem);
		return await testResource(this, connection, {
			headers: { Authorization: `Bearer ${signedIn.token}` },
			place: "'Endpoint'",
			notAccepted:
				"does not accept the token. Check tenant, client ID and secret, and that 'Endpoint' is the resource's custom domain: a regional endpoint takes no token.",
			notAllowed:
				"The identity is known but lacks rights. Give it the role 'Cognitive Services Speech Contributor' on the resource, and check the resource's network rules.",
		});
	} catch (thrown) {
		if (!(thrown instanceof InputError)) return failed('The test could not be run. Try again.');
		return failed(`${thrown.message} ${thrown.advice}`);
	}
}

async function signIn(
	context: ICredentialTestFunctions,
	{ grantType, clientId, clientSecret, accessTokenUrl, scope, oauthTokenData }: EntraFields,
): Promise<{ token: string } | { problem: string }> {
	if (grantType === 'authorizationCode') {
		const token = oauthTokenData?.access_token;
		return token
			? { token }
			: { problem: 'Nobody has signed in yet. Connect the credential first.' };
	}
	const url = URL.canParse(accessTokenUrl ?? '') ? accessTokenUrl! : null;
	if (url === null) {
		return { problem: "'Cloud' and 'Tenant ID' give no address to sign in at. Check both." };
	}
	const form = {
		grant_type: 'client_credentials',
		client_id: clientId,
		client_secret: clientSecret,
		scope,
	};
	const answer = await ask(context, { method: 'POST', uri: url, form, json: true });
	if ('fault' in answer) {
		const { host } = new URL(url);
		return {
			problem: `${host} cannot be reached for the sign-in (${answer.fault}). Check 'Cloud' and the network.`,
		};
	}
	const { access_token: token } = Object(answer.body ?? {}) as { access_token?: unknown };
	if (answer.statusCode === 200 && typeof token === 'string') return { token };
	const { message } = parseErrorBody(JSON.stringify(answer.body ?? null));
	const said = message ? ` It said: ${message}` : '';
	return {
		problem: `Microsoft Entra ID gave no token. Check 'Tenant ID', 'Client ID' and 'Client Secret'.${said}`,
	};
}
