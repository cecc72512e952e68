import type { Entity } from '../speech/entities';
import { COLLECTION_PATHS, type Collection } from '../speech/references';
import { salvaged } from '../speech/shapes/readEntity';
import type { SpeechClient } from './client';
import { ServiceError } from './serviceError';
import type { Query } from './urls';

/** What is looked for in a list, so that it is not made twice. */
export interface Wanted<T> {
	collection: Collection;
	query: Query;
	/** Whether an entity is such a one. */
	isSame: (entity: T) => boolean;
	/** Texts that every such one holds, by which it is known even when the rest of it cannot be read. */
	traces: string[];
}

/**
 * Makes a look for what is there already. An entry of the list that cannot be read is never passed over when it may be
 * what is looked for: with its traces and a URL it counts as such a one.
 *
 * @returns the look. It throws a ServiceError when an entry with the traces does not say what it is, or when more
 * entries than at its first time cannot be read at all, so that one of them may have just been made.
 */
export function lookFor<T extends Entity>(
	client: SpeechClient,
	{ collection, query, isSame, traces }: Wanted<T>,
): () => Promise<T[]> {
	let unknownAtFirst: number | null = null;
	return async () => {
		const { values, leftOut } = await client.listWithRest<T>(COLLECTION_PATHS[collection], query);
		const suspects = leftOut.filter((entry) => holds(entry, traces));
		const known = suspects.map(salvaged);
		const unknown = leftOut.filter((entry) => salvaged(entry) === null).length;
		if (known.includes(null) || unknown > (unknownAtFirst ?? unknown)) throw cannotTell();
		unknownAtFirst ??= unknown;
		return [...values.filter(isSame), ...(known as unknown as T[])];
	};
}

function holds(entry: unknown, traces: string[]): boolean {
	const text = JSON.stringify(entry).toLowerCase();
	return traces.every((trace) => text.includes(trace.toLowerCase()));
}

function cannotTell(): ServiceError {
	return new ServiceError({
		kind: 'malformed',
		message:
			"The node cannot check whether this already exists: an entry in the service's list is not in the format of the API.",
		advice:
			'To avoid creating a duplicate, nothing was started. Check the newest entries in Azure, and run the workflow again.',
	});
}
