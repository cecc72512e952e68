import type { IHttpRequestOptions, IN8nHttpFullResponse } from 'n8n-workflow';

import { textOf } from './bodyText';
import { bounded } from './boundedRequest';
import { cancelSignal } from './cancel';
import { Excess } from './excess';
import type { CallContext } from './callContext';
import { withinTime } from './withinTime';

/** A request without key or token. */
export interface AnonymousRequest {
	method: 'GET' | 'HEAD' | 'POST';
	url: string;
	/** Longest time for the whole answer, in milliseconds. */
	timeout: number;
	/** Bytes of the body that are read, whatever its host says of its length. */
	mostBytes: number;
}

export interface AnonymousAnswer {
	status: number;
	headers: IN8nHttpFullResponse['headers'];
	/** Null when it is longer than was asked for. */
	text: string | null;
}

/**
 * Asks for what a URL leads to by itself, once and without key or token; redirects are not followed.
 *
 * @returns whatever answer came, or null when none did: an error of the network would show the URL, which may hold a SAS.
 */
export async function askAnonymously(
	context: CallContext,
	{ method, url, timeout, mostBytes }: AnonymousRequest,
): Promise<AnonymousAnswer | null> {
	const ask = async (signal: AbortSignal): Promise<AnonymousAnswer> => {
		const options: IHttpRequestOptions = {
			method,
			url,
			disableFollowRedirect: true,
			ignoreHttpStatusErrors: true,
			...bounded(signal, timeout),
		};
		const response = (await context.helpers.httpRequest(options)) as IN8nHttpFullResponse;
		const text = await textOf(response.body, mostBytes).catch(nullIfLonger);
		return { status: response.statusCode, headers: response.headers, text };
	};
	return await withinTime(timeout, cancelSignal(context), ask).catch(() => null);
}

function nullIfLonger(thrown: unknown): null {
	if (thrown instanceof Excess) return null;
	throw thrown;
}
