import { InputError } from '../../shared/speech/inputError';
import { counted } from '../../shared/speech/text';
import { fileOfPlan } from '../plan/fileName';
import { listed, whereAndWhat } from './findingText';
import type { UploadPlan } from '../plan/uploadPlan';

/**
 * Stops an item whose files have findings, before anything is asked of the service.
 *
 * @throws InputError with the list of findings, unless the person only wants to be warned.
 *   A file that cannot be sent at all stops it in any case.
 */
export function stopOnFindings(plans: UploadPlan[]): void {
	const faulty = plans.filter(({ inspection, settings }) => {
		if (!inspection) return false;
		return (
			inspection.sent === null ||
			(settings.validate === 'stop' && inspection.report.findings.count > 0)
		);
	});
	if (faulty.length === 0) return;
	const [first] = faulty;
	const { findings } = first.inspection!.report;
	const more = findings.count > 1 ? ` (first of ${counted(findings.count, 'finding')})` : '';
	const choose = faulty.some(({ inspection }) => inspection!.isKindOpen)
		? " and choose 'Data Type'"
		: '';
	const others = faulty.length > 1 ? `, nor were ${faulty.length - 1} more files` : '';
	throw new InputError(
		`${fileOfPlan(first)} was not uploaded${others}. ${whereAndWhat(findings.shown[0])}${more}`,
		[
			...faulty.map((plan) => `${fileOfPlan(plan)}:\n${listed(plan.inspection!.report.findings)}`),
			`Mend the file and run again.${evenSo(faulty, choose)}`,
		].join('\n'),
	);
}

/** Where findings only warn already, what stops the item is a file that cannot be sent at all. */
function evenSo(faulty: UploadPlan[], choose: string): string {
	return faulty.some(({ settings }) => settings.validate !== 'stop')
		? ''
		: ` To upload it all the same, set 'Validate Before Upload' to Warn Only${choose}.`;
}

/**
 * Stops an item with a file whose kind is not chosen and cannot be told, however little the person wants it
 * checked: a guess would make a dataset of the wrong kind.
 *
 * @throws InputError that names the file.
 */
export function stopOnOpenKind(plans: UploadPlan[]): void {
	const open = plans.find(({ inspection }) => inspection?.isKindOpen);
	if (!open) return;
	const { doubt, report } = open.inspection!;
	const fix =
		report.findings.count > 0
			? `Choose the kind in 'Data Type', or fix the file:\n${listed(report.findings)}`
			: "Choose the kind in 'Data Type': Pronunciation when a tab stands between what is shown and how it is spoken, Plain Text when each line is a sentence.";
	throw new InputError(
		`What kind of data is in ${fileOfPlan(open)} cannot be told: ${doubt}.`,
		fix,
	);
}
