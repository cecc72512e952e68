import type { ICredentialTestFunctions } from 'n8n-workflow';

export interface TestAnswer {
	statusCode: number;
	body: unknown;
}

/** Sends one request of a credential test; it has no other way to the network than this. */
export async function ask(
	context: ICredentialTestFunctions,
	options: object,
): Promise<TestAnswer | { fault: string }> {
	const { request } = context.helpers;
	return await request({
		...options,
		simple: false,
		resolveWithFullResponse: true,
		followRedirect: false,
		timeout: 20_000,
	}).catch((error: { code?: string; cause?: { code?: string } }) => ({
		fault: error.cause?.code ?? error.code ?? 'no answer',
	}));
}
