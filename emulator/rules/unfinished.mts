import { conflict } from '../http/apiError.mts';
import { statusOf } from '../time/job.mts';

/** Web hooks and projects have no work that could be under way. */
const WORK = new Set(['datasets', 'models', 'endpoints', 'evaluations']);

/**
 * Refuses to remove what is at work: only what has come to an end can be deleted, and nothing can be cancelled.
 */
function refuseUnfinished(
	{ service, now }: import('../types.mts').ViewContext,
	collection: import('../types.mts').Collection,
	record: import('../types.mts').EntityRecord,
) {
	const status = statusOf(record, now);
	if (!WORK.has(collection) || !['NotStarted', 'Running'].includes(status)) return;
	const waits = record.job === null;
	if (waits && service.quirks.deleteUnuploaded === 'taken') return;
	const message = `The entity cannot be deleted while its status is ${status}.`;
	throw conflict('DeleteNotAllowed', message, service.quirks.unfinishedStatus);
}

export { refuseUnfinished };
