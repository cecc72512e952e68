import type { Collection } from '../speech/references';
import type { SpeechClient } from './client';
import { ServiceError } from './serviceError';
import { missing } from './whatItIs';

/**
 * Reads an entity a person or an item named, asking for it only once in a run.
 *
 * @param label Of the field that named it.
 * @throws InputError when it is not there.
 */
export async function readExisting<T>(
	client: SpeechClient,
	collection: Collection,
	id: string,
	label: string,
): Promise<T> {
	const found = await client.readOnce<T>(collection, id).catch(notFoundAsNull);
	if (found) return found;
	throw await missing(client, collection, id, label);
}

/**
 * Reads an entity as it is at this moment, for a decision that must not rest on an earlier look.
 *
 * @param label Of the field that named it.
 * @throws InputError when it is not there.
 */
export async function readAfresh<T>(
	client: SpeechClient,
	collection: Collection,
	id: string,
	label: string,
): Promise<T> {
	const reply = await client.read<T>(collection, id).catch(notFoundAsNull);
	if (reply) return reply.body;
	throw await missing(client, collection, id, label);
}

/** For `catch`: an entity that is not there reads as null, everything else stays an error. */
export function notFoundAsNull(error: unknown): null {
	if (error instanceof ServiceError && error.isNotFound) return null;
	throw error;
}
