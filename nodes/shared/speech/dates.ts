import { DateTime } from 'luxon';

const DAY_MS = 86_400_000;
/** The service is younger; a date before, such as the first .NET knows, says nothing. */
const EARLIEST_MS = Date.UTC(2000, 0, 1);
/** No model lives until then; a date from here on, such as the last .NET knows, 9999-12-31, stands for never. */
const NEVER_MS = Date.UTC(2100, 0, 1);

/** The form in which the service writes its dates, with or without decimals. */
const SERVICE_DATE = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?Z$/;

/** Milliseconds since the epoch of an ISO 8601 date, read as UTC when it names no zone; null when missing or unreadable. */
export function toMillis(iso: string | undefined | null): number | null {
	if (!iso || !/^\d{4}-/.test(iso)) return null;
	// Luxon takes ten times as long, which shows in lists of a thousand models.
	const quick = SERVICE_DATE.test(iso) ? Date.parse(iso) : NaN;
	// `Date` takes 30 February for a day of March.
	if (toUtcIso(quick)?.slice(0, 19) === iso.slice(0, 19)) return quick;
	const date = DateTime.fromISO(iso, { zone: 'utc' });
	return date.isValid ? date.toMillis() : null;
}

/** Whether a text is a date that can be one of the service's: readable, and not in a distant past. */
export function isPlausible(iso: string): boolean {
	const millis = toMillis(iso);
	return millis !== null && millis >= EARLIEST_MS;
}

/** Whether a date stands for never. */
export function isNever(iso: string | undefined | null): boolean {
	const millis = toMillis(iso);
	return millis !== null && millis >= NEVER_MS;
}

/** A date as ISO 8601 in UTC to the second; null when missing or unreadable. */
export function toUtcIso(iso: string | number | undefined | null): string | null {
	const millis = typeof iso === 'number' ? iso : toMillis(iso);
	const date = new Date(Math.floor((millis ?? NaN) / 1000) * 1000);
	return isNaN(date.getTime()) ? null : date.toISOString().replace('.000Z', 'Z');
}

/** `2028-10-15`, the UTC day of a date, for sentences; null when missing or unreadable. */
export function utcDay(iso: string | undefined | null): string | null {
	const millis = toMillis(iso);
	return millis === null ? null : DateTime.fromMillis(millis, { zone: 'utc' }).toISODate();
}

/** `until 2028-10-15`, or `without end` for a date that stands for never; null when missing or unreadable. */
export function untilDay(iso: string | undefined | null): string | null {
	if (isNever(iso)) return 'without end';
	const day = utcDay(iso);
	return day === null ? null : `until ${day}`;
}

/** Whole days from now to the date; negative once it has passed; null when the date is missing, or stands for never. */
export function daysUntil(iso: string | undefined | null, now: number): number | null {
	const millis = toMillis(iso);
	return millis === null || isNever(iso) ? null : Math.floor((millis - now) / DAY_MS);
}

/** A length of time in words: `42 min`, `5 h 10 min`, `3 d 4 h`. */
export function inWords(milliseconds: number): string {
	const seconds = Math.max(0, Math.round(milliseconds / 1000));
	if (seconds < 60) return `${seconds} s`;
	const minutes = Math.round(seconds / 60);
	if (minutes < 60) return `${minutes} min`;
	const hours = Math.floor(minutes / 60);
	if (hours < 24) return minutes % 60 ? `${hours} h ${minutes % 60} min` : `${hours} h`;
	const days = Math.floor(hours / 24);
	return hours % 24 ? `${days} d ${hours % 24} h` : `${days} d`;
}

/** An amount of audio, in hours once it is one: `25 min`, `26.5 h`. */
export function inHours(milliseconds: number): string {
	const hours = Math.round(milliseconds / 360_000) / 10;
	return hours < 1 ? inWords(milliseconds) : `${hours.toLocaleString('en-US')} h`;
}

/** Order of entities by their creation, newest first: the service lists the oldest first. */
export function newestFirst(
	one: { createdDateTime?: string | null },
	other: { createdDateTime?: string | null },
): number {
	return (toMillis(other.createdDateTime) ?? 0) - (toMillis(one.createdDateTime) ?? 0);
}
