import type { IDataObject } from 'n8n-workflow';

import type { ContentFindings } from '../check/finding';
import { asData } from '../findings/findingText';
import type { Uploaded } from '../upload/upload';
import type { UploadPlan } from '../plan/uploadPlan';
import type { Twin } from '../../shared/speech/twins';
import { idOf } from '../../shared/speech/references';

/** What the check of a file said, for the result. */
export interface CheckMemo {
	findingCount: number;
	findings: IDataObject[];
	noteCount: number;
	notes: IDataObject[];
}

/** One dataset, as the end of the wait wants to know it. */
export interface UploadedMemo {
	id: string;
	displayName: string;
	/** Why its kind was chosen; null when the person said so. */
	why: string | null;
	reused: boolean;
	/** Bytes and blocks of the content; null when nothing was sent. */
	sent: { bytes: number; blocks: number } | null;
	/** What was given up of a dataset made twice at once. */
	twin?: Twin | null;
	/** Null for what was not checked. */
	check: CheckMemo | null;
}

/** All that the end of an item needs. Plain data: it may be read in another execution. */
export interface UploadMemo {
	uploads: UploadedMemo[];
	/** Which of them is waited for. */
	at: number;
	waits: boolean;
	simplify: boolean;
	mostRejectedPercent: number;
	/** The item's key that the dataset is added as. */
	caseKey: 'dataset' | 'testDataset';
}

/** Notes kept for the result; they are stored with the wait. */
const MOST_NOTES = 10;

/** What is kept of an upload for the end. */
export function uploadedMemo(
	{ displayName, why, inspection, settings }: UploadPlan,
	{ dataset, reused, progress, twin }: Uploaded,
): UploadedMemo {
	const isChecked = inspection !== null && settings.validate !== 'off';
	return {
		id: idOf(dataset),
		displayName: dataset.displayName ?? displayName,
		why,
		reused,
		sent: progress && { bytes: progress.total, blocks: progress.blocks },
		twin,
		check: isChecked ? checkMemo(inspection.report.findings, inspection.report.notes) : null,
	};
}

function checkMemo(findings: ContentFindings, notes: ContentFindings): CheckMemo {
	return {
		findingCount: findings.count,
		findings: asData(findings),
		noteCount: notes.count,
		notes: asData(notes).slice(0, MOST_NOTES),
	};
}
