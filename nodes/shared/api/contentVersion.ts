import type { IHttpRequestOptions, IN8nHttpFullResponse } from 'n8n-workflow';

import type { CallContext } from './exchange';

/** Longest time for the answer: the upload goes on without it. */
const TIMEOUT_MS = 10_000;

/**
 * What tells one content behind a URL from the next one there, asked for without key or token and without reading it;
 * null when the host does not say, or lets nobody but the service ask.
 */
export async function contentVersion(context: CallContext, url: string): Promise<string | null> {
	const options: IHttpRequestOptions = {
		method: 'HEAD',
		url,
		encoding: 'text',
		returnFullResponse: true,
		disableFollowRedirect: true,
		ignoreHttpStatusErrors: true,
		timeout: TIMEOUT_MS,
	};
	const answer = (await context.helpers
		.httpRequest(options)
		.catch(() => null)) as IN8nHttpFullResponse | null;
	if (answer?.statusCode !== 200) return null;
	const { etag, 'last-modified': lastModified, 'content-length': length } = answer.headers;
	const version = etag ?? lastModified;
	return version === undefined ? null : JSON.stringify([version, length ?? null]);
}
