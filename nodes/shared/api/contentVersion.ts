import { askAnonymously } from './askAnonymously';
import type { CallContext } from './exchange';

/** Longest time for the answer: the upload goes on without it. */
const TIMEOUT_MS = 10_000;

/**
 * What tells one content behind a URL from the next one there, asked for without key or token and without reading it;
 * null when the host does not say, or lets nobody but the service ask.
 */
export async function contentVersion(context: CallContext, url: string): Promise<string | null> {
	const answer = await askAnonymously(context, { method: 'HEAD', url, timeout: TIMEOUT_MS });
	if (answer?.statusCode !== 200) return null;
	const { etag, 'last-modified': lastModified, 'content-length': length } = answer.headers;
	const version = etag ?? lastModified;
	return version === undefined ? null : JSON.stringify([version, length ?? null]);
}
