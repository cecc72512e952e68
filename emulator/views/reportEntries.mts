export interface ReportEntry {
	filename?: string;
	inputText?: string;
	message: string | null;
	status: 'Succeeded' | 'Failed';
}

export type Place = import('../content/finding.mts').Place;

const MOST_ENTRIES = 1000;

/**
 * The entries of a report in the order of the lines; when they are too many, successes are left out first.
 */
function entriesOf({
	rejections,
	acceptances,
}: import('../content/takeContent.mts').ToldLines): ReportEntry[] {
	const room = Math.max(0, MOST_ENTRIES - rejections.length);
	/** @type {(Place & { reason?: string })[]} */
	const places: (Place & { reason?: string })[] = [...rejections, ...acceptances.slice(0, room)];
	const line = (/** @type {Place} */ { lineNumber = Infinity }: Place) => lineNumber;
	return places
		.sort((one, other) => (line(one) < line(other) ? -1 : Number(line(one) > line(other))))
		.map(({ name, text, reason }) => ({
			...(name === undefined ? {} : { filename: name }),
			...(text === undefined ? {} : { inputText: text }),
			message: reason ?? null,
			status: reason === undefined ? 'Succeeded' : 'Failed',
		}));
}

export { entriesOf };
