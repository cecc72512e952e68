import { daysUntil, isNever, toMillis, toUtcIso } from './dates';
import type { BaseModel, CustomModel } from './entities';

export type ExpirationState = 'valid' | 'expiring' | 'expired' | 'unknown';

export interface Expiry {
	state: ExpirationState;
	/** Last moment of recognition, ISO 8601 in UTC; null when the service names none, or there is none. */
	expiresAt: string | null;
	/** Whole days in UTC until then, negative once it has passed; null when there is no such moment. */
	daysLeft: number | null;
}

/** Whether the last moment of something has come; one that is not named never comes. */
export function hasPassed(lastMoment: string | undefined | null, now: number): boolean {
	const millis = toMillis(lastMoment);
	return millis !== null && millis <= now;
}

/** Whether a model no longer recognises; an endpoint that serves it answers with the newest base model instead. */
export function isExpired({ properties }: BaseModel | CustomModel, now: number): boolean {
	return hasPassed(properties?.deprecationDates?.transcriptionDateTime, now);
}

/** Whether a base model names a last moment of training that is still to come. */
export function isOpenToTraining({ properties }: BaseModel, now: number): boolean {
	const lastMoment = properties?.deprecationDates?.adaptationDateTime;
	return toMillis(lastMoment) !== null && !hasPassed(lastMoment, now);
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
	if (isNever(transcriptionDateTime)) return { state: 'valid', expiresAt: null, daysLeft: null };
	const daysLeft = daysUntil(transcriptionDateTime, now);
	const expiresAt = toUtcIso(transcriptionDateTime);
	if (hasPassed(transcriptionDateTime, now)) return { state: 'expired', expiresAt, daysLeft };
	const expiring = millis - now <= warnWithinDays * 86_400_000;
	return { state: expiring ? 'expiring' : 'valid', expiresAt, daysLeft };
}
