import { InputError } from '../shared/speech/inputError';
import { TRANSCRIPT } from './check/zip/transcript';
import { fileOfPlan } from './fileOfPlan';
import { listed } from './findingText';
import type { UploadPlan } from './upload/uploadPlan';

/**
 * Stops an item with an archive whose kind is not chosen and cannot be told, however little the person wants it
 * checked: a guess would make a dataset of the wrong kind.
 *
 * @throws InputError that names the archive.
 */
export function stopOnOpenKind(plans: UploadPlan[]): void {
	const open = plans.find(({ inspection }) => inspection?.isKindOpen);
	if (!open) return;
	throw new InputError(
		`What kind of data is in ${fileOfPlan(open)} cannot be told: the archive cannot be read to its end, and no ${TRANSCRIPT} was seen in it.`,
		`Choose the kind in 'Kind', or mend the file:\n${listed(open.inspection!.report.findings)}`,
	);
}
