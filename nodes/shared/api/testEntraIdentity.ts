import type {
	ICredentialsDecrypted,
	ICredentialTestFunctions,
	INodeCredentialTestResult,
} from 'n8n-workflow';

import { InputError } from '../speech/inputError';
import { isObject } from '../speech/jsonObject';
import type { Answer } from './answer';
import { connectionOf, type ResourceAddress } from './connection';
import { ask } from './credentialRequest';
import { parseErrorBody } from './errorBody';
import { isCertificateFault } from './fault';
import { whereItBroke } from './onTheWay';
import { failed, testResource } from './resourceVerdict';
import { isTransientStatus } from './serviceError';
import { explainSignIn } from './signInAdvice';
import { isRefusal, strangeSignIn } from './signInFault';
import { oddTokenType } from './signInLook';

/** The credential as n8n fills it in; the address of the sign-in is an expression of its own. */
interface EntraFields extends ResourceAddress {
	grantType?: string;
	clientId?: string;
	clientSecret?: string;
	accessTokenUrl?: string;
	scope?: string;
	/** Of a person who has signed in. */
	oauthTokenData?: { access_token?: string; token_type?: string };
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
				"does not accept the token. Check the tenant, client ID and secret, and make sure that 'Endpoint' is the resource's custom domain: a regional endpoint accepts no tokens.",
			notAllowed:
				"The identity is valid but does not have permission. Assign it the role 'Cognitive Services Speech Contributor' on the resource, and check the network rules.",
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
		return oauthTokenData?.access_token
			? usableToken(oauthTokenData)
			: { problem: 'No one has signed in yet. Connect the credential first.' };
	}
	const url = accessTokenUrl ?? '';
	if (!URL.canParse(url)) {
		return { problem: "'Cloud' and 'Tenant ID' do not form a valid sign-in address. Check both." };
	}
	const form = {
		grant_type: 'client_credentials',
		client_id: clientId,
		client_secret: clientSecret,
		scope,
	};
	const answer = await ask(context, { method: 'POST', uri: url, form, json: true });
	const { status, parsed, fault = '' } = answer;
	if (status === 200 && isObject(parsed)) return usableToken(parsed);
	if (status === null && !isCertificateFault(fault)) {
		const { host, origin } = new URL(url);
		const broken = whereItBroke(origin, answer);
		return {
			problem: `${host} cannot be reached for the sign-in (${fault}${broken}). Check 'Cloud' and the network.`,
		};
	}
	const isKnown = status === null || isTransientStatus(status) || isRefusal(parsed);
	const problem = problemOf({ ...answer, signIn: isKnown ? 'failed' : strangeSignIn(status) });
	const { message } = parseErrorBody(isKnown ? answer.body : '');
	return { problem: message ? `${problem} The response says: ${message}` : problem };
}

/** The token in an answer of the sign-in host, or in what n8n keeps of one. */
function usableToken(answer: Record<string, unknown>): { token: string } | { problem: string } {
	const { access_token: token } = answer;
	const type = oddTokenType(answer);
	const nothing = { status: null, body: '', retryAfter: null };
	if (typeof token !== 'string' || token === '') {
		return { problem: problemOf({ ...nothing, signIn: 'noToken' }) };
	}
	if (type === null) return { token };
	return { problem: problemOf({ ...nothing, fault: type, signIn: 'otherToken' }) };
}

function problemOf(answer: Answer): string {
	const { message, advice } = explainSignIn(answer);
	return `${message} ${advice}`;
}
