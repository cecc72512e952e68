import { isNever, isPlausible } from '../dates';
import type { EntityError, EntityReference } from '../entities';
import { isUuid, parseEntityUrl } from '../references';
import { objectOf, optional, required, text, word, type Reader } from './readers';

/** What the service names a thing of its own by, wherever its host is. */
export const entityUrl: Reader<string> = (value) =>
	typeof value === 'string' && parseEntityUrl(value) !== null ? value : undefined;

/** The UUID of a copy operation. */
export const entityId: Reader<string> = (value) =>
	typeof value === 'string' && isUuid(value) ? value : undefined;

/** A date; one that cannot be read, or is of a distant past, is none. */
export const date: Reader<string> = (value) =>
	typeof value === 'string' && isPlausible(value) ? value : undefined;

/** When something happened, which is never a date that stands for never. */
export const pastDate: Reader<string> = (value, noteOdd) => {
	const read = date(value, noteOdd);
	return isNever(read) ? undefined : read;
};

/**
 * A status. One of another kind is a status this version does not know: read as absent, it would pass for that of
 * something that can be used.
 */
export const status: Reader<string> = (value, noteOdd) => {
	const read = word(value, noteOdd);
	if (read === undefined) noteOdd();
	return read ?? 'unknown';
};

/** A reference; one that leads nowhere known is kept, for it is shown and never followed. */
export const reference = objectOf<EntityReference>({ self: required(text) });

export const entityError = objectOf<EntityError>({ code: optional(text), message: optional(text) });
