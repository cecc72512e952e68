import type { ICredentialTestFunctions } from 'n8n-workflow';

import type { Answer } from './answer';
import { bounded } from './boundedRequest';
import { faultOf, nameOfPasser } from './fault';
import { parseJson } from './jsonReader';
import { SINGLE_TRY } from './policies';
import { readAnswer } from './readAnswer';
import { notInTime, withinTime } from './withinTime';

/** An answer to a credential test, with its body parsed where it is JSON. */
export interface TestAnswer extends Answer {
	parsed?: unknown;
}

/** Sends one request of a credential test; it has no other way to the network than this. */
export async function ask(context: ICredentialTestFunctions, options: object): Promise<TestAnswer> {
	const { credentialTestMs } = SINGLE_TRY;
	const answer = await withinTime(credentialTestMs, undefined, async (signal) => {
		const { agentOptions, timeout } = bounded(signal, credentialTestMs);
		return await send(context, { ...options, agentOptions, timeout }).catch(faultOf);
	});
	return answer ?? { status: null, body: '', retryAfter: null, fault: notInTime(credentialTestMs) };
}

async function send(context: ICredentialTestFunctions, options: object): Promise<TestAnswer> {
	const response = (await context.helpers.request({
		...options,
		simple: false,
		resolveWithFullResponse: true,
		followRedirect: false,
		useStream: true,
	})) as { statusCode: number; body: unknown; headers?: Record<string, unknown> };
	const { statusCode: status, headers } = response;
	const read = await readAnswer(status, response.body);
	const parsed = read.json ? read.json.value : jsonOrText(read.body);
	return { ...read, status, retryAfter: null, via: nameOfPasser(headers), parsed };
}

function jsonOrText(text: string): unknown {
	try {
		return parseJson(text);
	} catch {
		return text;
	}
}
