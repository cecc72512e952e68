import { kindName } from '../../shared/speech/datasetKinds';
import { counted, quoted } from '../../shared/speech/text';
import type { ContentFindings } from '../check/finding';
import { inBytes } from '../check/sizeLimits';
import { fileOfPlan } from '../plan/fileName';
import { whereAndWhat } from './findingText';
import type { Uploaded } from '../upload/upload';
import type { UploadPlan } from '../plan/uploadPlan';

/** What a person would want to know of an upload: what was decided for them, what was changed, and what was sent. */
export function uploadHints(plan: UploadPlan, { reused, progress }: Uploaded): string[] {
	const { inspection, why, kind, fingerprint, settings } = plan;
	const name = fileOfPlan(plan);
	const hints: string[] = [];
	if (why !== null) hints.push(`${name} is taken for ${quoted(kindName(kind))}: ${why}.`);
	if (inspection?.isMended) {
		hints.push(`${name} has no byte order mark, so one is put in front of what is sent.`);
	}
	if (inspection && settings.validate !== 'off') {
		hints.push(...hintsOn(name, 'finding', inspection.report.findings));
		hints.push(...hintsOn(name, 'remark', inspection.report.notes));
	}
	if (reused) hints.push(`The content of ${name} is at Azure already, so nothing is sent.`);
	else if (progress) {
		const before = progress.blocks - progress.sent;
		const there = before > 0 ? ` (${counted(before, 'block')} were there already)` : '';
		hints.push(
			`${inBytes(progress.total)} of ${name} were sent in ${counted(progress.sent, 'block')}${there}.`,
		);
	} else if (fingerprint === null) {
		hints.push(
			`The host of ${name} does not tell whether its content has changed, so every run uploads it anew.`,
		);
	}
	return hints;
}

function hintsOn(name: string, noun: string, { shown, count }: ContentFindings): string[] {
	if (count === 0) return [];
	return [`${name} has ${counted(count, noun)}. ${whereAndWhat(shown[0])}`];
}
