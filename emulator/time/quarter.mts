// Quarters end on these days (month counted from 0).
const QUARTER_ENDS = [
	[0, 15],
	[3, 15],
	[6, 15],
	[9, 15],
];

/**
 * Midnight UTC of the last day of the quarter an instant lies in. The last day itself still belongs to it.
 */
function quarterEnd(instant: number): number {
	const made = new Date(instant);
	const year = made.getUTCFullYear();
	const day = Date.UTC(year, made.getUTCMonth(), made.getUTCDate());
	for (const [month, date] of QUARTER_ENDS) {
		const end = Date.UTC(year, month, date);
		if (day <= end) return end;
	}
	return Date.UTC(year + 1, 0, 15);
}

/**
 * The same day some years after the end of the quarter an instant lies in, as the API writes dates.
 */
function yearsAfterQuarter(instant: number, years: number): string {
	const end = new Date(quarterEnd(instant));
	end.setUTCFullYear(end.getUTCFullYear() + years);
	return isoSeconds(end.getTime());
}

/**
 * ISO 8601 UTC without fractions, as the service writes it.
 */
function isoSeconds(instant: number) {
	return new Date(instant).toISOString().replace(/\.\d{3}Z$/, 'Z');
}

export { quarterEnd, yearsAfterQuarter, isoSeconds };
