import type { ICredentialTestFunctions, INodeCredentialTestResult } from 'n8n-workflow';

import type { Connection } from './connection';
import { ask, type TestAnswer } from './credentialRequest';
import { explainDoor } from './errorAdvice';
import { parseErrorBody } from './errorBody';
import { POLICIES } from './policies';
import { governorOf, nextPlace } from './rateGovernor';
import { serviceUrl } from './urls';

/** How a credential proves who asks, and what a person reads when the service does not believe it. */
export interface Proof {
	headers: Record<string, string>;
	/** The field of the credential that says where the resource is. */
	place: string;
	/** For a 401 whose reason is not told, after the name of the host. */
	notAccepted: string;
	/** For a 403 whose reason is not told. */
	notAllowed: string;
}

/** Tests a credential by the cheapest authorised request there is, and tells what the answer means. */
export async function testResource(
	context: ICredentialTestFunctions,
	connection: Connection,
	proof: Proof,
): Promise<INodeCredentialTestResult> {
	const url = serviceUrl(connection, '/models', { top: 1 });
	const headers = { ...proof.headers, Accept: 'application/json' };
	// Someone watches the test as they watch a list load.
	const { turnMs } = POLICIES.listInEditor;
	const turn = await governorOf(connection.origin).turn({ place: nextPlace(), turnMs });
	if (turn === null) {
		const { host } = new URL(connection.origin);
		return failed(`Too many requests to ${host} are waiting in n8n. Test again in a minute.`);
	}
	const answer = await ask(context, { method: 'GET', uri: url, headers, json: true });
	turn.over(0);
	return verdict(connection, proof, answer);
}

/** The result of a test that did not go well. */
export function failed(message: string): INodeCredentialTestResult {
	return { status: 'Error', message };
}

function verdict(
	{ origin }: Connection,
	{ place, notAccepted, notAllowed }: Proof,
	answer: TestAnswer | { fault: string },
): INodeCredentialTestResult {
	const { host } = new URL(origin);
	if ('fault' in answer) {
		return failed(`${host} cannot be reached (${answer.fault}). Check ${place} and the network.`);
	}
	const { statusCode, body } = answer;
	const { code, message } = parseErrorBody(typeof body === 'string' ? body : JSON.stringify(body));
	// The same table as that of the nodes.
	const known = statusCode >= 400 ? explainDoor(statusCode, code, message) : null;
	const said = message ? ` The service said: ${message}` : '';
	if (known) return failed(`${known.message} ${known.advice}${said}`);
	if (statusCode === 401) return failed(`${host} ${notAccepted}`);
	if (statusCode === 403) return failed(notAllowed);
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
