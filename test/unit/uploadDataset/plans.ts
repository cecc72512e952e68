import { CheckReport } from '../../../nodes/UploadDataset/check/finding';
import type { Inspection } from '../../../nodes/UploadDataset/check/inspect';
import type { UploadPlan } from '../../../nodes/UploadDataset/plan/uploadPlan';
import { sourceOf } from './sources';

/** How a file was found. */
interface Found {
	name?: string;
	/** Each with how to fix it. */
	findings?: string[];
	validate?: UploadPlan['settings']['validate'];
	/** Whether it was looked at. */
	isInspected?: boolean;
	inspection?: Partial<Inspection>;
}

/** The plan to upload a file that was found as told. */
export function planOf({
	name = 'calls.zip',
	findings = [],
	validate = 'stop',
	isInspected = true,
	inspection = {},
}: Found = {}): UploadPlan {
	const report = new CheckReport();
	for (const what of findings) report.findings.add(what, 'Fix it.', { line: 3 });
	const found: Inspection = {
		kind: 'Acoustic',
		why: 'the archive contains transcripts',
		report,
		isKindOpen: false,
		doubt: null,
		isMended: false,
		sent: { sha256: 'x', bytes: 1 },
		shortAudioFiles: null,
		signature: null,
		seen: new Set(),
		...inspection,
	};
	return {
		displayName: 'Calls',
		kind: 'Acoustic',
		why: found.why,
		settings: { validate } as UploadPlan['settings'],
		fingerprint: null,
		content: { source: sourceOf(name, 'x'), isMended: false, sha256: 'x', bytes: 1 },
		inspection: isInspected ? found : null,
	};
}
