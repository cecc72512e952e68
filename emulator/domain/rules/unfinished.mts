import type { WorkRecord } from '../records.mts';
import { Refusal } from '../refusal.mts';
import type { Moment } from '../service.mts';
import { statusOf } from '../time/job.mts';

/**
 * Refuses to remove what is at work: only what has come to an end can be deleted, and nothing can be cancelled.
 */
export function refuseUnfinished({ service, now }: Moment, record: WorkRecord) {
	const status = statusOf(record, now);
	if (!['NotStarted', 'Running'].includes(status)) return;
	const waits = record.job === null;
	if (waits && service.quirks.deleteUnuploaded === 'taken') return;
	const message = `The entity cannot be deleted while its status is ${status}.`;
	throw new Refusal('unfinished', message, 'DeleteNotAllowed');
}
