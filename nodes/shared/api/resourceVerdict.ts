import type { ICredentialTestFunctions, INodeCredentialTestResult } from 'n8n-workflow';

import { isObject } from '../speech/jsonObject';
import type { Connection } from './connection';
import { ask, type TestAnswer } from './credentialRequest';
import { explainDoor } from './errorAdvice';
import { parseErrorBody } from './errorBody';
import { isCertificateFault } from './fault';
import { explainWay, whereItBroke } from './onTheWay';
import { POLICIES } from './policies';
import { governorOf, nextPlace } from './rateGovernor';
import { isTransientStatus } from './serviceError';
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
		return failed(`Too many requests to ${host} are queued in n8n. Test again in a minute.`);
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
	answer: TestAnswer,
): INodeCredentialTestResult {
	const { host } = new URL(origin);
	const { status, body, parsed, fault = '' } = answer;
	const isModelList = isObject(parsed) && 'values' in parsed;
	if (status === 200 && isModelList) return { status: 'OK', message: 'Connection successful' };
	if (status === null && !isCertificateFault(fault)) {
		const broken = whereItBroke(origin, answer);
		return failed(`${host} cannot be reached (${fault}${broken}). Check ${place} and the network.`);
	}
	// The same tables as those of the nodes.
	const way = explainWay(origin, place, answer);
	if (way) return failed(`${way.message} ${way.advice}`);
	const { code, message } = parseErrorBody(body);
	const known = explainDoor(status ?? 0, code, message);
	const said = message ? ` Azure says: ${message}` : '';
	if (known) return failed(`${known.message} ${known.advice}${said}`);
	if (status === 401) return failed(`${host} ${notAccepted}`);
	if (status === 403) return failed(notAllowed);
	if (status === 400) {
		return failed(
			`${host} does not support this 'API Version' (status 400). Choose the other one.`,
		);
	}
	if (isTransientStatus(status ?? 0)) {
		return failed(`${host} is too busy to respond (status ${status}). Test again in a minute.`);
	}
	return failed(
		`${host} responds, but not as Azure Custom Speech (status ${status}). Compare ${place} with the resource's Keys and Endpoint page.`,
	);
}
