import type { IHttpRequestOptions, IN8nHttpFullResponse } from 'n8n-workflow';

import type { CallContext } from './exchange';

/**
 * Asks for what a URL leads to by itself, once and without key or token; redirects are not followed.
 *
 * @param timeout In milliseconds.
 * @returns whatever answer came, or null when none did: an error of the network would show the URL, which may hold a SAS.
 */
export async function askAnonymously(
	context: CallContext,
	{ method, url, timeout }: { method: 'GET' | 'HEAD'; url: string; timeout: number },
): Promise<IN8nHttpFullResponse | null> {
	const options: IHttpRequestOptions = {
		method,
		url,
		encoding: 'text',
		returnFullResponse: true,
		disableFollowRedirect: true,
		ignoreHttpStatusErrors: true,
		timeout,
	};
	const asked = context.helpers.httpRequest(options) as Promise<IN8nHttpFullResponse>;
	return await asked.catch(() => null);
}
