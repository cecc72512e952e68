import type { Entity } from '../speech/entities';
import { markedAsTwin } from '../speech/fingerprint';
import { COLLECTION_PATHS, idOf, type Collection } from '../speech/references';
import { markOf, type StartedCollection, type StartMark, type Twin } from '../speech/twins';
import type { SpeechClient } from './client';
import { ServiceError } from './serviceError';

/** Where something may name an entity of a group. What an endpoint or a test is named by is not kept at the service. */
const REFERRERS: Record<StartedCollection, Collection[]> = {
	models: ['endpoints', 'evaluations', 'models'],
	datasets: ['models', 'evaluations'],
	endpoints: [],
	evaluations: [],
};

/** Tells whether anything at the service names an entity. */
export type ReferenceSearch = (collection: StartedCollection, id: string) => Promise<boolean>;

/** A twin, and the oldest one it gives way to. */
export interface GivenUp {
	collection: StartedCollection;
	claim: StartMark;
	entity: Entity;
	oldest: Entity;
}

/**
 * A search that reads each list once. An id counts as named wherever it stands, custom properties and entries that
 * cannot be read included: the service's own rules on what may be deleted are not documented.
 */
export function referenceSearch(client: SpeechClient): ReferenceSearch {
	const lists = new Map<Collection, Promise<Array<[id: string | null, text: string]>>>();
	const textsOf = async (collection: Collection) => {
		const { values, leftOut } = await client.listWithRest<Entity>(COLLECTION_PATHS[collection]);
		const told = values.map((entity): [string, string] => [idOf(entity), textOf(entity)]);
		return [...told, ...leftOut.map((entry): [null, string] => [null, textOf(entry)])];
	};
	return async (collection, id) => {
		for (const referrer of REFERRERS[collection]) {
			const list = lists.get(referrer) ?? textsOf(referrer);
			lists.set(referrer, list);
			if ((await list).some(([own, text]) => own !== id && text.includes(id))) return true;
		}
		return false;
	};
}

function textOf(entry: unknown): string {
	return JSON.stringify(entry).toLowerCase();
}

/**
 * Gives up what this run has made: first it is marked, so that nobody takes it any more and a later run knows it for
 * sure, then it is deleted if the service allows.
 */
export async function giveUp(
	client: SpeechClient,
	{ collection, claim, entity, oldest }: GivenUp,
	search: ReferenceSearch,
): Promise<Twin> {
	const id = idOf(entity);
	const isMarked = await isDone(async () => {
		const mark = markedAsTwin(markOf(entity, claim) ?? claim.mark, idOf(oldest));
		// Whether the service merges the properties or replaces them is not documented, so they are sent whole.
		const customProperties = { ...entity.customProperties, [claim.property]: mark };
		await client.patch(collection, id, { customProperties });
	});
	const isGone = await removeTwin(client, collection, id, search);
	return { collection, id, fate: isGone ? 'deleted' : isMarked ? 'marked' : 'unmarked' };
}

/**
 * Deletes a twin unless something names it. A refusal is no fault: what runs cannot be deleted, and a person may be
 * allowed to start but not to delete.
 *
 * @returns whether it is gone.
 */
export async function removeTwin(
	client: SpeechClient,
	collection: StartedCollection,
	id: string,
	search: ReferenceSearch = referenceSearch(client),
): Promise<boolean> {
	let isNamed = false;
	const isAnswered = await isDone(async () => {
		isNamed = await search(collection, id);
		if (!isNamed) await client.remove(collection, id);
	});
	return isAnswered && !isNamed;
}

/** Tries once more to delete a twin of this run, such as after a wait: by then it may have come to its end, too. */
export async function removeIfEnded(
	client: SpeechClient,
	twin: Twin | null | undefined,
): Promise<Twin | null> {
	// What could not be marked somebody else may have taken since.
	if (twin?.fate !== 'marked') return twin ?? null;
	const isGone = await removeTwin(client, twin.collection, twin.id);
	return isGone ? { ...twin, fate: 'deleted' } : twin;
}

/** @returns false when the service refused or gave no good answer. */
async function isDone(task: () => Promise<void>): Promise<boolean> {
	return await task().then(() => true, asNotDone);
}

function asNotDone(thrown: unknown): false {
	if (thrown instanceof ServiceError) return false;
	throw thrown;
}
