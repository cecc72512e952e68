import type {
	ICredentialsDecrypted,
	ICredentialTestFunctions,
	INodeCredentialTestResult,
} from 'n8n-workflow';

import { InputError } from '../speech/inputError';
import { connectionOf, type Connection, type ResourceAddress } from './connection';
import { serviceUrl } from './urls';

interface TestAnswer {
	statusCode: number;
	body: unknown;
}

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
			return failed("'Resource Key' is empty or holds characters no key has. Paste it again.");
		}
		return verdict(connection, await ask(this, connection, key));
	} catch (thrown) {
		if (!(thrown instanceof InputError)) return failed('The test could not be run. Try again.');
		return failed(`${thrown.message} ${thrown.advice}`);
	}
}

async function ask(
	context: ICredentialTestFunctions,
	connection: Connection,
	key: string,
): Promise<TestAnswer | { fault: string }> {
	// A credential test has no other way to the network than this.
	const { request } = context.helpers;
	return await request({
		method: 'GET',
		uri: serviceUrl(connection, '/models', { top: 1 }),
		headers: { 'Ocp-Apim-Subscription-Key': key, Accept: 'application/json' },
		json: true,
		simple: false,
		resolveWithFullResponse: true,
		followRedirect: false,
		timeout: 20_000,
	}).catch((error: { code?: string; cause?: { code?: string } }) => ({
		fault: error.cause?.code ?? error.code ?? 'no answer',
	}));
}

function verdict(
	{ origin, region }: Connection,
	answer: TestAnswer | { fault: string },
): INodeCredentialTestResult {
	const { host } = new URL(origin);
	const place = region ? "'Region'" : "'Endpoint'";
	if ('fault' in answer) {
		return failed(`${host} cannot be reached (${answer.fault}). Check ${place} and the network.`);
	}
	const { statusCode, body } = answer;
	if (statusCode === 401) {
		return failed(
			`${host} does not accept the key. Check 'Resource Key' and ${place}: a key works only for its own resource.`,
		);
	}
	if (statusCode === 403) {
		return failed(
			"The service knows the 'Resource Key' but does not let it use Custom Speech. Check the resource's network rules and whether keys are allowed on it.",
		);
	}
	if (statusCode === 400) {
		return failed(`${host} does not take this 'API Version' (status 400). Choose the other one.`);
	}
	if (statusCode === 429 || statusCode >= 500) {
		return failed(`${host} is too busy to answer (status ${statusCode}). Test again in a minute.`);
	}
	const isModelList = typeof body === 'object' && body !== null && 'values' in body;
	if (statusCode !== 200 || !isModelList) {
		return failed(
			`${host} answers, but not as Azure Custom Speech (status ${statusCode}). Check ${place} against the resource's Keys and Endpoint page.`,
		);
	}
	return { status: 'OK', message: 'Connection successful' };
}

function failed(message: string): INodeCredentialTestResult {
	return { status: 'Error', message };
}
