import type { Place } from '../../domain/content/finding.mts';
import type { ToldLines } from '../../domain/content/storedFinding.mts';

export interface ReportEntry {
	filename?: string;
	inputText?: string;
	message: string | null;
	status: 'Succeeded' | 'Failed';
}

const MOST_ENTRIES = 1000;

/**
 * The entries of a report in the order of the lines; when they are too many, successes are left out first.
 */
export function entriesOf({ rejections, acceptances }: ToldLines): ReportEntry[] {
	const room = Math.max(0, MOST_ENTRIES - rejections.length);
	const places: (Place & { reason?: string })[] = [...rejections, ...acceptances.slice(0, room)];
	const line = ({ lineNumber = Infinity }: Place) => lineNumber;
	return places
		.sort((one, other) => (line(one) < line(other) ? -1 : Number(line(one) > line(other))))
		.map(({ name, text, reason }) => ({
			...(name === undefined ? {} : { filename: name }),
			...(text === undefined ? {} : { inputText: text }),
			message: reason ?? null,
			status: reason === undefined ? 'Succeeded' : 'Failed',
		}));
}
