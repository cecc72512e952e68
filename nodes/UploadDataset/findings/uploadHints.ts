import { foundHint } from '../../shared/n8n/foundHint';
import type { Dataset } from '../../shared/speech/entities';
import { kindName } from '../../shared/speech/datasetKinds';
import { counted, quoted } from '../../shared/speech/text';
import { memosOf, type Case } from '../../shared/waiting/case';
import type { ContentFindings } from '../check/finding';
import { inBytes } from '../check/sizeLimits';
import { fileOfPlan } from '../plan/fileName';
import { whereAndWhat } from './findingText';
import type { Uploaded } from '../upload/upload';
import type { UploadMemo } from '../result/uploadMemo';
import type { UploadPlan } from '../plan/uploadPlan';

/** What a person would want to know of an upload: what was decided for them, what was changed, and what was sent. */
export function uploadHints(plan: UploadPlan, { reused, progress }: Uploaded): string[] {
	const { inspection, why, kind, fingerprint, settings } = plan;
	const name = fileOfPlan(plan);
	const hints: string[] = [];
	if (why !== null) hints.push(`${name} was detected as ${quoted(kindName(kind))}: ${why}.`);
	if (inspection?.isMended) {
		hints.push(`${name} has no byte order mark, so one is added when it is sent.`);
	}
	if (inspection && settings.validate !== 'off') {
		hints.push(...hintsOn(name, 'finding', inspection.report.findings));
		hints.push(...hintsOn(name, 'remark', inspection.report.notes));
	}
	if (reused) return hints;
	if (progress) {
		const before = progress.blocks - progress.sent;
		const there = before > 0 ? ` (${counted(before, 'block')} were already there)` : '';
		hints.push(
			`${inBytes(progress.total)} of ${name} were sent in ${counted(progress.sent, 'block')}${there}.`,
		);
	} else if (fingerprint === null) {
		hints.push(
			`The host of ${name} does not report whether the content has changed, so every run uploads it again.`,
		);
	}
	return hints;
}

/** One sentence on datasets that were there with the same content; null when each was uploaded. */
export function uploadedBefore(cases: Array<Case<UploadMemo, Dataset>>): string | null {
	const uploads = memosOf(cases).flatMap((memo) => memo.uploads);
	return foundHint({
		sentences: uploads
			.filter(({ reused }) => reused)
			.map(
				({ displayName }) =>
					`Dataset ${quoted(displayName)} already existed with the same content, so nothing was sent.`,
			),
		total: uploads.length,
		noun: 'dataset',
		several: ['Already existed with the same content', 'Nothing was sent for them.'],
	});
}

function hintsOn(name: string, noun: string, { shown, count }: ContentFindings): string[] {
	if (count === 0) return [];
	return [`${name} has ${counted(count, noun)}. ${whereAndWhat(shown[0])}`];
}
