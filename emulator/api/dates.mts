/**
 * ISO 8601 UTC without fractions, as the service writes it.
 */
export function isoSeconds(instant: number) {
	return new Date(instant).toISOString().replace(/\.\d{3}Z$/, 'Z');
}
