import type { ICredentialTestFunctions } from 'n8n-workflow';

import type { Answer } from './answer';
import { faultOf, nameOfPasser } from './fault';

/** An answer to a credential test, with its body parsed where it is JSON. */
export interface TestAnswer extends Answer {
	parsed?: unknown;
}

/** Sends one request of a credential test; it has no other way to the network than this. */
export async function ask(context: ICredentialTestFunctions, options: object): Promise<TestAnswer> {
	const { request } = context.helpers;
	try {
		const { statusCode, body, headers } = (await request({
			...options,
			simple: false,
			resolveWithFullResponse: true,
			followRedirect: false,
			timeout: 20_000,
		})) as { statusCode: number; body: unknown; headers?: Record<string, unknown> };
		return {
			status: statusCode,
			body: typeof body === 'string' ? body : JSON.stringify(body ?? ''),
			parsed: body,
			retryAfter: null,
			via: nameOfPasser(headers),
		};
	} catch (thrown) {
		return faultOf(thrown);
	}
}
