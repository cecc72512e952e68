import type { JsonObject } from '../../domain/json.mts';
import type { Collection, WorkRecord } from '../../domain/records.mts';
import type { Service } from '../../domain/service.mts';
import type { Durations } from '../../domain/time/durations.mts';
import { endedJob } from '../../domain/time/job.mts';
import type { References } from './links.mts';

/** What an entity that is put says of its work. */
interface GivenWork {
	status: string | undefined;
	properties: JsonObject;
	refs: References;
}

/**
 * Gives an entity that is put the job its status speaks of, and lets web hooks hear nothing of it: what was put in has
 * happened already.
 */
export function giveJob(
	service: Service,
	collection: Collection,
	record: WorkRecord,
	{ status = 'Succeeded', properties, refs }: GivenWork,
) {
	if (status === 'NotStarted' || status === 'Running') {
		const now = service.clock.now();
		const job = service.plan(collection, record, workOf(service, collection, refs), now);
		record.job = status === 'Running' ? { ...job, queuedAt: record.createdAt, startsAt: now } : job;
	} else {
		const failed = status === 'Failed' && !properties.error;
		const error = failed ? { code: 'InternalServerError', message: 'The job failed.' } : undefined;
		record.job = endedJob(record.createdAt, { status, error });
	}
	record.announced = status === 'NotStarted' ? 1 : status === 'Running' ? 2 : 3;
}

function workOf(
	{ store }: Service,
	collection: Collection,
	{ datasets: { datasets = [] } }: References,
): keyof Durations {
	switch (collection) {
		case 'models': {
			const kinds = datasets.map(({ id }) => store.get('datasets', id)?.fields.kind);
			return kinds.includes('Acoustic') ? 'trainingAcoustic' : 'trainingText';
		}
		case 'evaluations':
			return 'evaluation';
		case 'endpoints':
			return 'endpoint';
		case 'operations':
			return 'copy';
		default:
			return 'dataset';
	}
}
