import type { ICredentialTestFunctions } from 'n8n-workflow';

import { bounded } from './boundedRequest';
import { parseJson } from './jsonReader';
import { SINGLE_TRY } from './policies';
import { readAnswer } from './readAnswer';
import { notInTime, withinTime } from './withinTime';

export interface TestAnswer {
	statusCode: number;
	/** JSON where it is some; of a success nothing else, of a refusal its text. */
	body: unknown;
}

/** Sends one request of a credential test; it has no other way to the network than this. */
export async function ask(
	context: ICredentialTestFunctions,
	options: object,
): Promise<TestAnswer | { fault: string }> {
	const { credentialTestMs } = SINGLE_TRY;
	const answer = await withinTime(credentialTestMs, undefined, async (signal) => {
		const { agentOptions, timeout } = bounded(signal, credentialTestMs);
		return await send(context, { ...options, agentOptions, timeout }).catch(faultIn);
	});
	return answer ?? { fault: notInTime(credentialTestMs) };
}

async function send(context: ICredentialTestFunctions, options: object): Promise<TestAnswer> {
	const { statusCode, body } = (await context.helpers.request({
		...options,
		simple: false,
		resolveWithFullResponse: true,
		followRedirect: false,
		useStream: true,
	})) as TestAnswer;
	const read = await readAnswer(statusCode, body);
	return { statusCode, body: read.json ? read.json.value : jsonOrText(read.body) };
}

function jsonOrText(text: string): unknown {
	try {
		return parseJson(text);
	} catch {
		return text;
	}
}

function faultIn(error: { code?: string; cause?: { code?: string } }): { fault: string } {
	return { fault: error.cause?.code ?? error.code ?? 'no answer' };
}
