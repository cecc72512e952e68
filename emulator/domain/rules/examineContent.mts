import { takeContent } from '../content/takeContent.mts';
import type { DatasetRecord, JobError } from '../records.mts';
import type { Service } from '../service.mts';
import type { Written } from '../store/blobs.mts';

/**
 * Examines the content of a dataset, which lies under its id, and notes what was found.
 * @returns why it cannot be used
 */
export async function examineContent(
	service: Service,
	dataset: DatasetRecord,
	written: Written,
): Promise<JobError | undefined> {
	const { id, fields } = dataset;
	const facts = { id, kind: fields.kind, locale: fields.locale };
	const { content, error } = await takeContent(service, facts, written);
	dataset.content = content;
	return error;
}
