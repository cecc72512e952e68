import { InputError } from '../shared/speech/inputError';
import { isTextKind } from './check/inspectText';
import { TRANSCRIPT } from './check/zip/transcript';
import { fileOfPlan } from './fileOfPlan';
import { listed } from './findingText';
import type { UploadPlan } from './upload/uploadPlan';

/**
 * Stops an item with a file whose kind is not chosen and cannot be told, however little the person wants it
 * checked: a guess would make a dataset of the wrong kind.
 *
 * @throws InputError that names the file.
 */
export function stopOnOpenKind(plans: UploadPlan[]): void {
	const open = plans.find(({ inspection }) => inspection?.isKindOpen);
	if (!open) return;
	const why = isTextKind(open.kind)
		? 'it is neither text nor a zip archive'
		: `the archive cannot be read to its end, and no ${TRANSCRIPT} was seen in it`;
	throw new InputError(
		`What kind of data is in ${fileOfPlan(open)} cannot be told: ${why}.`,
		`Choose the kind in 'Kind', or mend the file:\n${listed(open.inspection!.report.findings)}`,
	);
}
