import type { ApiHost } from '../../api/apiHost.mts';
import { examineContent } from '../../domain/rules/examineContent.mts';
import { startImport } from '../../domain/rules/startImport.mts';
import { endedJob, statusOf } from '../../domain/time/job.mts';

/**
 * What a test can see of the content of datasets, and give them.
 */
export function contentsOf(host: ApiHost) {
	const { service } = host;
	const datasetWith = (id: string) => {
		const record = service.store.get('datasets', id);
		if (!record) throw new Error(`There is no ${id} in datasets`);
		return record;
	};
	return {
		/**
		 * Size and SHA-256 of what arrived, or undefined when nothing has.
		 */
		contentHash: (id: string): { size: number; sha256: string } | undefined => {
			const { content } = datasetWith(id);
			return content && { size: content.size, sha256: content.sha256 };
		},
		/**
		 * What arrived, byte for byte.
		 */
		content: (id: string) => service.blobs.get(datasetWith(id).id),
		/**
		 * Gives a dataset its content past the API. It is examined as if it had been uploaded; a dataset whose job is
		 * over is over with this content too.
		 */
		putContent: async (id: string, bytes: Uint8Array | string) => {
			const record = datasetWith(id);
			const written = await service.blobs.write(record.id, [Buffer.from(bytes)]);
			const error = await examineContent(service, record, written);
			const now = service.clock.now();
			const over = record.job && ['Succeeded', 'Failed'].includes(statusOf(record, now));
			const job = startImport({ service, now }, record, error);
			if (over) record.job = endedJob(now, job.end);
			host.changed();
		},
	};
}
