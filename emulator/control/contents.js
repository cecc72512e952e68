'use strict';

const { takeContent } = require('../content/takeContent.js');
const { startImport } = require('../rules/importContent.js');
const { endedJob, statusOf } = require('../time/job.js');

/**
 * What a test can see of the content of datasets, and give them.
 * @param {import('../service.js').Service} service
 */
function contentsOf(service) {
	/** @param {string} id */
	const datasetWith = (id) => {
		const record = service.store.get('datasets', id);
		if (!record) throw new Error(`There is no ${id} in datasets`);
		return record;
	};
	return {
		/**
		 * Size and SHA-256 of what arrived, or undefined when nothing has.
		 * @param {string} id
		 * @returns {{ size: number, sha256: string } | undefined}
		 */
		contentHash: (id) => {
			const { content } = datasetWith(id).inner;
			return content && { size: content.size, sha256: content.sha256 };
		},
		/**
		 * What arrived, byte for byte.
		 * @param {string} id
		 */
		content: (id) => service.blobs.get(datasetWith(id).id),
		/**
		 * Gives a dataset its content past the API. It is examined as if it had been uploaded; a dataset whose job is
		 * over is over with this content too.
		 * @param {string} id
		 * @param {Uint8Array | string} bytes
		 */
		putContent: async (id, bytes) => {
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

module.exports = { contentsOf };
