import { InputError } from '../../shared/speech/inputError';
import { fileOfPlan } from '../plan/fileOfPlan';
import { listed } from './findingText';
import type { UploadPlan } from '../plan/uploadPlan';

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
	const mend =
		report.findings.count > 0
			? `Choose the kind in 'Kind', or mend the file:\n${listed(report.findings)}`
			: "Choose the kind in 'Kind': Pronunciation when a tab stands between what is shown and how it is spoken, Plain Text when each line is a sentence.";
	throw new InputError(
		`What kind of data is in ${fileOfPlan(open)} cannot be told: ${doubt}.`,
		mend,
	);
}
