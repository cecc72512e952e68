/**
 * Seconds of a `Retry-After` header; the service sends whole seconds, gateways also an HTTP date.
 *
 * @param now Milliseconds since the epoch.
 */
export function parseRetryAfter(header: unknown, now: number): number | null {
	const text = String(header ?? '').trim();
	if (/^\d{1,9}$/.test(text)) return Number(text);
	if (!/^[A-Z][a-z]{2}, .+ GMT$/.test(text)) return null;
	const date = Date.parse(text);
	return Number.isNaN(date) ? null : Math.max(0, Math.ceil((date - now) / 1000));
}
