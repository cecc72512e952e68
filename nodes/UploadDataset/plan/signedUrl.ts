import { toMillis, toUtcIso } from '../../shared/speech/dates';
import { InputError } from '../../shared/speech/inputError';

/** The service reads the data a moment later, and clocks differ. */
const TOLERANCE_MS = 300_000;

/**
 * How a shared access signature writes its dates: as a day, or to the minute or second in UTC.
 * Source: Microsoft Learn, "Create a service SAS".
 */
const SIGNED_DATE = /^\d{4}-\d\d-\d\d(T\d\d:\d\d(:\d\d(\.\d+)?)?(Z|[+-]\d\d:\d\d))?$/;

/**
 * Checks that the signature in a URL lets the service read the data now. A date that cannot be read says nothing.
 *
 * @param now Milliseconds since the epoch.
 * @throws InputError when the signature has expired or is not yet valid. The URL is not shown: it is a secret.
 */
export function checkSignature(url: URL, now: number): void {
	// A signature made with a key of a user's own ends with that key, too.
	const ends = [dateOf(url, 'se'), dateOf(url, 'ske')].filter((date) => date !== null);
	// Infinity without any.
	const end = Math.min(...ends);
	if (end <= now) {
		throw new InputError(
			`The URL in 'URL' has expired: its shared access signature was valid until ${toUtcIso(end)}.`,
			'Create a new one with read permission that is valid for a few hours. Nothing was sent.',
		);
	}
	const starts = [dateOf(url, 'st'), dateOf(url, 'skt')].filter((date) => date !== null);
	const start = Math.max(...starts);
	if (start > now + TOLERANCE_MS) {
		throw new InputError(
			`The URL in 'URL' does not open yet: its shared access signature is valid from ${toUtcIso(start)}.`,
			'Wait until then, or create one without a start time or with a start time in the past. Nothing was sent.',
		);
	}
}

function dateOf(url: URL, name: string): number | null {
	// A plus sign in front of an offset is read as a space.
	const text = (url.searchParams.get(name) ?? '').trim().replace(/ (?=\d\d:\d\d$)/, '+');
	return SIGNED_DATE.test(text) ? toMillis(text) : null;
}
