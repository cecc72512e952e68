import { BOTH_PORTALS } from '../speech/whereToLook';
import { askAnonymously } from './askAnonymously';
import { cancelSignal, throwIfCancelled } from './cancel';
import type { Connection } from './connection';
import type { CallContext } from './callContext';
import { SINGLE_TRY } from './policies';
import { ServiceError } from './serviceError';

/**
 * Reads a small text file behind a link the service sent, without key or token: the link itself is the secret.
 * Sent once; redirects are not followed.
 *
 * @param link `links.contentUrl` of a file; https, or on the credential's own host.
 * @param mostBytes Longest file that is read, whatever the service or the host says of its length.
 * @throws ServiceError without the link in it when no good answer came.
 */
export async function downloadText(
	context: CallContext,
	{ origin }: Connection,
	link: string | undefined,
	mostBytes: number,
): Promise<string> {
	const signal = cancelSignal(context);
	throwIfCancelled(signal);
	const url = checkedLink(origin, link);
	const answer = await askAnonymously(context, {
		method: 'GET',
		url,
		timeout: SINGLE_TRY.downloadMs,
		mostBytes,
	});
	throwIfCancelled(signal);
	if (answer?.status !== 200) throw unreadable(answer?.status);
	if (answer.text === null) throw tooLong(mostBytes);
	return answer.text;
}

function checkedLink(origin: string, link: string | undefined): string {
	const url = link && URL.canParse(link) ? new URL(link) : null;
	const isSafe = url?.protocol === 'https:' || url?.origin === origin;
	if (url && isSafe && !url.username && !url.password) return url.toString();
	throw new ServiceError({
		kind: 'foreignLink',
		message: 'The service sent a link to a file that is not safe to open.',
		advice: `You can download the file in ${BOTH_PORTALS} if it belongs to a project.`,
	});
}

function unreadable(status: number | undefined): ServiceError {
	return new ServiceError({
		kind: status === undefined ? 'unreachable' : 'refused',
		message: `A file could not be downloaded (${status === undefined ? 'no answer' : `status ${status}`}).`,
		advice:
			'Links to files expire after a few hours. If the resource has its own storage, they open only for identities with read access to it.',
		...(status !== undefined && { status }),
	});
}

function tooLong(mostBytes: number): ServiceError {
	return new ServiceError({
		kind: 'malformed',
		message: `A file is larger than the limit of ${Math.round(mostBytes / 1_000)} kB.`,
		advice: `You can download the file in ${BOTH_PORTALS} if it belongs to a project.`,
	});
}
