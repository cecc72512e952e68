import { askAnonymously } from './askAnonymously';
import type { CallContext } from './callContext';
import { SINGLE_TRY } from './policies';

/**
 * What tells one content behind a URL from the next one there, asked for without key or token and without reading it;
 * null when the host does not say, or lets nobody but the service ask.
 */
export async function contentVersion(context: CallContext, url: string): Promise<string | null> {
	const asked = {
		method: 'HEAD',
		url,
		timeout: SINGLE_TRY.contentVersionMs,
		mostBytes: 0,
	} as const;
	const answer = await askAnonymously(context, asked);
	if (answer?.status !== 200) return null;
	const { etag, 'last-modified': lastModified, 'content-length': length } = answer.headers;
	const version = etag ?? lastModified;
	return version === undefined ? null : JSON.stringify([version, length ?? null]);
}
