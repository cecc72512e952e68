import type { DatasetRecord, JobError } from '../records.mts';
import type { Moment } from '../service.mts';

/**
 * Plans the job that takes the content in; unless scripted otherwise, it fails when the content cannot be used.
 */
export function startImport(
	{ service, now }: Moment,
	dataset: DatasetRecord,
	error: JobError | undefined,
) {
	const script = service.outcomes.find('datasets', dataset);
	const job = service.plan('datasets', dataset, 'dataset', now);
	if (error && !script?.status && !script?.error) job.end = { status: 'Failed', error };
	dataset.job = job;
	return job;
}
