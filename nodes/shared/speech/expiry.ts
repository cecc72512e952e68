import { daysUntil, toMillis, toUtcIso } from './dates';

export type ExpirationState = 'valid' | 'expiring' | 'expired' | 'unknown';

export interface Expiry {
	state: ExpirationState;
	/** Last moment of recognition, ISO 8601 in UTC; null when the service names none. */
	expiresAt: string | null;
	/** Whole days in UTC until then, negative once it has passed. */
	daysLeft: number | null;
}

/**
 * Where a model stands before its last day of recognition.
 * The date is always the service's own: the published rules for computing it contradict each other.
 *
 * @param transcriptionDateTime `properties.deprecationDates.transcriptionDateTime`.
 * @param now Milliseconds since the epoch; expired means now is at or after the date.
 * @param warnWithinDays Whole days before the date from which a model counts as expiring.
 */
export function expiryOf(
	transcriptionDateTime: string | undefined | null,
	now: number,
	warnWithinDays: number,
): Expiry {
	const millis = toMillis(transcriptionDateTime);
	if (millis === null) return { state: 'unknown', expiresAt: null, daysLeft: null };
	const daysLeft = daysUntil(transcriptionDateTime, now);
	const expiresAt = toUtcIso(transcriptionDateTime);
	if (now >= millis) return { state: 'expired', expiresAt, daysLeft };
	const expiring = millis - now <= warnWithinDays * 86_400_000;
	return { state: expiring ? 'expiring' : 'valid', expiresAt, daysLeft };
}
