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
	const others = faulty.length > 1 ? `, and neither were ${faulty.length - 1} more files` : '';
	throw new InputError(
		`${fileOfPlan(first)} was not uploaded${others}. ${whereAndWhat(findings.shown[0])}${more}`,
		[
			...faulty.map((plan) => `${fileOfPlan(plan)}:\n${listed(plan.inspection!.report.findings)}`),
			`Fix the file, and run the workflow again.${evenSo(faulty, choose)}`,
		].join('\n'),
	);
}

/** Where findings only warn already, what stops the item is a file that cannot be sent at all. */
function evenSo(faulty: UploadPlan[], choose: string): string {
	return faulty.some(({ settings }) => settings.validate !== 'stop')
		? ''
		: ` To upload it anyway, set 'Validate Before Upload' to Warn Only${choose}.`;
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
			? `Choose a 'Data Type', or fix the file:\n${listed(report.findings)}`
			: "Choose a 'Data Type': Pronunciation if a tab separates the displayed form from the spoken form, Plain Text if each line is a sentence.";
	throw new InputError(
		`The data type of ${fileOfPlan(open)} could not be detected: ${doubt}.`,
		fix,
	);
}
