import type { IDataObject } from 'n8n-workflow';

import { inHours } from '../../shared/speech/dates';
import { kindName } from '../../shared/speech/datasetKinds';
import type { Dataset } from '../../shared/speech/entities';
import { simplifyDataset, fieldsWithoutSecrets } from '../../shared/speech/simplify';
import { leftTwin, twinSentence } from '../../shared/speech/twins';
import { quoted } from '../../shared/speech/text';
import { inBytes } from '../check/sizeLimits';
import type { ImportReport } from './importReport';
import type { UploadedMemo } from './uploadMemo';

/** A dataset as the item gains it; `imported` is null for one that is not waited for. */
export function datasetResult(
	dataset: Dataset,
	{ reused, why, check, twin }: UploadedMemo,
	imported: ImportReport | null,
	simplify: boolean,
): IDataObject {
	if (!simplify) return fieldsWithoutSecrets(dataset);
	return {
		...simplifyDataset(dataset),
		reused,
		...leftTwin(twin),
		detected: why,
		import: imported as IDataObject | null,
		check: check as IDataObject | null,
	};
}

/** One sentence on a dataset, and one on its twin. */
export function summaryOf(
	dataset: Dataset,
	upload: UploadedMemo,
	imported: ImportReport | null,
): string {
	const { twin } = upload;
	return [whatBecame(dataset, upload, imported), ...(twin ? [twinSentence(twin)] : [])].join(' ');
}

function whatBecame(
	dataset: Dataset,
	{ reused, sent }: UploadedMemo,
	imported: ImportReport | null,
): string {
	const name = `Dataset ${quoted(dataset.displayName)} (${kindName(dataset.kind)}, ${dataset.locale})`;
	const size = sent ? ` (${inBytes(sent.bytes)})` : '';
	const did = reused ? 'already existed with the same content' : `was uploaded${size}`;
	if (!imported) return `${name} ${did}; its status is ${dataset.status ?? 'unknown'}.`;
	const done = reused ? '' : ' and processed';
	const { acceptedLineCount: accepted, rejectedLineCount: rejected } = imported;
	const lines =
		accepted === null || rejected === null
			? ''
			: `: ${counted(accepted)} accepted, ${rejected.toLocaleString('en-US')} rejected`;
	const audio = dataset.properties?.durationMilliseconds ?? 0;
	const length = audio > 0 ? `${lines === '' ? ':' : ','} ${inHours(audio)} of audio` : '';
	return `${name} ${did}${done}${lines}${length}.`;
}

function counted(lines: number): string {
	return `${lines.toLocaleString('en-US')} line${lines === 1 ? '' : 's'}`;
}
