import type { IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';

import { runWaiting } from '../shared/waiting/runWaiting';
import type { WaitingNode } from '../shared/waiting/waitingNode';
import { beginUpload } from './beginUpload';
import { finishUpload, gainedUpload, nextUpload } from './finishUpload';
import { DEFAULT_GIVE_UP_DAYS } from './defaults';

const uploadDataset: WaitingNode = {
	begin: beginUpload,
	next: async (_run, ended) => nextUpload(ended),
	gained: gainedUpload,
	finish: finishUpload,
};

/** Uploads the data of each item, waits for all of it together, and adds the datasets to the items. */
export async function execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
	return await runWaiting(this, uploadDataset, DEFAULT_GIVE_UP_DAYS);
}
