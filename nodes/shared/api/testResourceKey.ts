import type {
	ICredentialsDecrypted,
	ICredentialTestFunctions,
	INodeCredentialTestResult,
} from 'n8n-workflow';

import { InputError } from '../speech/inputError';
import { connectionOf, type ResourceAddress } from './connection';
import { failed, testResource } from './resourceVerdict';

/**
 * Tests the resource key by the cheapest authorised request there is.
 * Tells a wrong key, a wrong host, an unreachable host and missing rights apart, each with what to do next.
 */
export async function testResourceKey(
	this: ICredentialTestFunctions,
	credential: ICredentialsDecrypted,
): Promise<INodeCredentialTestResult> {
	const fields = (credential.data ?? {}) as ResourceAddress & { apiKey?: string };
	try {
		const connection = connectionOf('azureCustomSpeechApi', fields);
		const key = (fields.apiKey ?? '').trim();
		if (!/^[\x21-\x7e]+$/.test(key)) {
			return failed("'Resource Key' is empty or contains invalid characters. Paste it again.");
		}
		const place = connection.region ? "'Region'" : "'Endpoint'";
		return await testResource(this, connection, {
			headers: { 'Ocp-Apim-Subscription-Key': key },
			place,
			notAccepted: `does not accept the key. Check 'Resource Key' and ${place}: a key works only for its own resource.`,
			notAllowed:
				"The 'Resource Key' is valid but not allowed to use custom speech. Check the network rules of the resource and whether key access is enabled.",
		});
	} catch (thrown) {
		if (!(thrown instanceof InputError)) return failed('The test could not be run. Try again.');
		return failed(`${thrown.message} ${thrown.advice}`);
	}
}
