import type { IDataObject, INodeExecutionData } from 'n8n-workflow';

import type { SpeechClient } from '../shared/api/client';
import { removeIfEnded } from '../shared/api/removeTwin';
import type { Dataset } from '../shared/speech/entities';
import { idOf } from '../shared/speech/references';
import type { Begun, EndedItem, Run } from '../shared/waiting/waitingNode';
import { collectDatasets } from '../shared/speech/trainingCase';
import { datasetResult, summaryOf } from './result/datasetResult';
import { readImport } from './result/importReport';
import { refuseRejected } from './result/refuseRejected';
import type { UploadMemo } from './result/uploadMemo';

/** The dataset to wait for after one that was processed; null after the last. */
export function nextUpload({
	memo,
	ending,
}: EndedItem<UploadMemo, Dataset>): Begun<UploadMemo> | null {
	const { uploads, at } = memo;
	const next = uploads[at + 1];
	if (!next || ending.outcome !== 'succeeded') return null;
	return { job: { kind: 'dataset', id: next.id }, memo: { ...memo, at: at + 1 } };
}

/** What an item gains of the dataset that was waited for last, however that ended. */
export function uploadFields({ memo, ending }: EndedItem<UploadMemo, Dataset>): IDataObject {
	const { uploads, at, simplify, caseKey } = memo;
	const { id, displayName } = uploads[at];
	if (!ending.entity) return { [caseKey]: { id, displayName } };
	// Several that succeeded are told together at the end.
	if (ending.outcome === 'succeeded' && uploads.length > 1) return {};
	return { [caseKey]: datasetResult(ending.entity, uploads[at], null, simplify) };
}

/**
 * What an item gains of its datasets.
 *
 * @param seen The dataset that was waited for last; null when none was.
 * @throws InputError when the service has rejected more of one than the person allows.
 */
export async function finishUpload(
	{ client }: Run,
	memo: UploadMemo,
	input: INodeExecutionData,
	seen: Dataset | null,
): Promise<{ json: IDataObject }> {
	const { uploads, waits, simplify, mostRejectedPercent, caseKey } = memo;
	const results: IDataObject[] = [];
	const sentences: string[] = [];
	for (const uploaded of uploads) {
		const upload = { ...uploaded, twin: await removeIfEnded(client, uploaded.twin) };
		const dataset = await lastSeen(client, upload.id, seen);
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

async function lastSeen(client: SpeechClient, id: string, seen: Dataset | null): Promise<Dataset> {
	if (seen && idOf(seen) === id) return seen;
	return (await client.read<Dataset>('datasets', id)).body;
}
