import type { IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';

import type { Dataset } from '../shared/speech/entities';
import { runWaiting } from '../shared/waiting/run';
import type { WaitingNode } from '../shared/waiting/waitingNode';
import { beginUpload } from './beginUpload';
import { finishUpload, nextUpload, uploadFields } from './finishUpload';
import { uploadedBefore } from './findings/uploadHints';
import { DEFAULT_GIVE_UP_DAYS } from './defaults';
import type { UploadMemo } from './result/uploadMemo';

const uploadDataset: WaitingNode<UploadMemo, Dataset> = {
	begin: beginUpload,
	next: async (_run, ended) => nextUpload(ended),
	entityKey: ({ caseKey }) => caseKey,
	resultFields: uploadFields,
	finish: async (run, { memo, ending, input }) =>
		await finishUpload(run, memo, input, ending.entity),
	foundBefore: uploadedBefore,
	finishIdle: async (run, { memo, input }) => await finishUpload(run, memo, input, null),
};

/** Uploads the data of each item, waits for all of it together, and adds the datasets to the items. */
export async function execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
	return await runWaiting(this, uploadDataset, DEFAULT_GIVE_UP_DAYS);
}
