import { takeContent } from '../content/takeContent.mts';
import { startImport } from '../rules/importContent.mts';
import { endedJob, statusOf } from '../time/job.mts';

/**
 * What a test can see of the content of datasets, and give them.
 */
function contentsOf(service: import('../service.mts').Service) {
	/** @param {string} id */
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
			const { content } = datasetWith(id).inner;
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
			const error = await takeContent(service, record, written);
			const now = service.clock.now();
			const over = record.job && ['Succeeded', 'Failed'].includes(statusOf(record, now));
			startImport(service.context(), record, error);
			if (over && record.job) record.job = endedJob(now, record.job.end);
			service.changed();
		},
	};
}

export { contentsOf };
