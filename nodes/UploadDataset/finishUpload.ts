import type { IDataObject } from 'n8n-workflow';

import type { SpeechClient } from '../shared/api/client';
import type { Dataset } from '../shared/speech/entities';
import { idOf } from '../shared/speech/references';
import { collectDatasets } from '../shared/speech/trainingCase';
import type { Begun, Ended, Run } from '../shared/waiting/waitingNode';
import { datasetResult, summaryOf } from './result/datasetResult';
import { readImport } from './result/importReport';
import { refuseRejected } from './result/refuseRejected';
import type { UploadMemo } from './result/uploadMemo';

/** The dataset to wait for after one that was processed; null after the last. */
export function nextUpload({ memo, ending }: Ended): Begun | null {
	const { uploads, at, waits } = memo as unknown as UploadMemo;
	const next = uploads[at + 1];
	if (!waits || !next || ending?.outcome !== 'succeeded') return null;
	return { job: { kind: 'dataset', id: next.id }, memo: { ...memo, at: at + 1 } };
}

/** What an item gains of the dataset that was waited for last, however that ended. */
export function gainedUpload({ memo, ending }: Ended): IDataObject {
	const { uploads, at, simplify, caseKey } = memo as unknown as UploadMemo;
	const { id, displayName } = uploads[at];
	if (!ending?.entity) return { [caseKey]: { id, displayName } };
	// Several that succeeded are told together at the end.
	if (ending.outcome === 'succeeded' && uploads.length > 1) return {};
	return { [caseKey]: datasetResult(ending.entity as Dataset, uploads[at], null, simplify) };
}

/**
 * What an item gains of its datasets.
 *
 * @throws InputError when the service has rejected more of one than the person allows.
 */
export async function finishUpload(
	{ client }: Run,
	{ memo, ending, input }: Ended,
): Promise<{ json: IDataObject }> {
	const { uploads, waits, simplify, mostRejectedPercent, caseKey } = memo as unknown as UploadMemo;
	const results: IDataObject[] = [];
	const sentences: string[] = [];
	for (const upload of uploads) {
		const dataset = await lastSeen(client, upload.id, ending?.entity as Dataset | undefined);
		const imported = waits ? await readImport(client, dataset) : null;
		if (imported) refuseRejected(dataset, imported, mostRejectedPercent);
		results.push(datasetResult(dataset, upload, imported, simplify));
		sentences.push(summaryOf(dataset, upload, imported));
	}
	const summary = sentences.join(' ');
	if (caseKey === 'dataset') return { json: { ...collectDatasets(input.json, results), summary } };
	const several = results.length > 1 ? { testDatasets: results } : {};
	return { json: { testDataset: results[0], ...several, summary } };
}

async function lastSeen(
	client: SpeechClient,
	id: string,
	seen: Dataset | null | undefined,
): Promise<Dataset> {
	if (seen && idOf(seen) === id) return seen;
	return (await client.read<Dataset>('datasets', id)).body;
}
