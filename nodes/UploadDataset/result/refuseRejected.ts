import { InputError } from '../../shared/speech/inputError';
import type { Dataset } from '../../shared/speech/entities';
import { idOf } from '../../shared/speech/references';
import { quoted } from '../../shared/speech/text';
import { whereAndWhat } from '../findings/findingText';
import type { ImportReport } from './importReport';

/** Rejected lines named in the message. */
const MOST_NAMED = 10;

/**
 * Fails an item whose data the service has rejected too much of.
 *
 * @param most Percent of all lines; more than that fails.
 * @throws InputError with the first of the rejected lines.
 */
export function refuseRejected(dataset: Dataset, report: ImportReport, most: number): void {
	const { rejectedPercent, rejectedLineCount, acceptedLineCount, rejectedLines } = report;
	if (rejectedPercent === null || rejectedPercent <= most) return;
	const all = (rejectedLineCount ?? 0) + (acceptedLineCount ?? 0);
	const lines = (rejectedLines ?? [])
		.slice(0, MOST_NAMED)
		.map(({ reason, ...place }) => whereAndWhat({ ...place, what: reason }));
	throw new InputError(
		`The service rejected ${rejectedLineCount} of ${all} lines (${rejectedPercent}%) of dataset ${quoted(dataset.displayName)}, more than the ${most}% in 'Maximum Rejected Lines (%)'.`,
		[
			...lines,
			`Fix the lines, and upload the file again. The dataset stays in Azure (ID ${idOf(dataset)}).`,
		].join('\n'),
	);
}
