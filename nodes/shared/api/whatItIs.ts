import type { Entity } from '../speech/entities';
import { InputError } from '../speech/inputError';
import { COLLECTION_LABELS, type Collection } from '../speech/references';
import { quoted, withArticle } from '../speech/text';
import type { SpeechClient } from './client';
import { ServiceError } from './serviceError';

/** The groups an ID is looked for in; those a person most likely mixes up come first. */
const GROUPS: Collection[] = [
	'models',
	'baseModels',
	'endpoints',
	'datasets',
	'evaluations',
	'projects',
];

/** What an ID really is of: the ending of a sentence, such as `an endpoint ('Retail live')`. */
export interface OtherKind {
	collection: Collection;
	words: string;
}

/**
 * Finds out what an ID is of that was not found where it was looked for. To be asked only then: it takes a request for
 * each group.
 *
 * @param expected Where it was not found.
 * @returns null when it is of nothing, or when that cannot be told.
 */
export async function whatItIs(
	client: SpeechClient,
	expected: Collection,
	id: string,
): Promise<OtherKind | null> {
	return await client.once(`what ${id} is, if not of ${expected}`, async () => {
		for (const collection of GROUPS.filter((group) => group !== expected)) {
			const found = await client.read<Entity>(collection, id).catch(asFault);
			if (!(found instanceof ServiceError)) {
				const name = quoted(found.body.displayName);
				return { collection, words: `${withArticle(COLLECTION_LABELS[collection])} (${name})` };
			}
			// What keeps from one answer keeps from the others.
			if (!found.isNotFound) return null;
		}
		return null;
	});
}

/**
 * The error for an ID that a field names and that is not in its group; it tells an ID of something else apart.
 *
 * @param label Of the field that named it.
 */
export async function missing(
	client: SpeechClient,
	collection: Collection,
	id: string,
	label: string,
): Promise<InputError> {
	const what = COLLECTION_LABELS[collection];
	const other = await whatItIs(client, collection, id);
	if (other === null) {
		return new InputError(
			`The ${what} in '${label}' does not exist in this resource: ${id}.`,
			'It may have been deleted, or it belongs to another resource or region than the credential. Choose another one.',
		);
	}
	return new InputError(
		`'${label}' contains the ID of ${other.words}, but ${withArticle(what)} is required.`,
		`Pick the ${what} from the list, or paste its own URL or ID.`,
	);
}

function asFault(thrown: unknown): ServiceError {
	if (thrown instanceof ServiceError) return thrown;
	throw thrown;
}
