import { COLLECTION_LABELS, collectionAt } from '../speech/references';
import { salvaged } from '../speech/shapes/readEntity';
import { counted } from '../speech/text';

/** So many IDs are named; more would bury the sentence. */
const MOST_NAMED = 3;

/** What a person reads of the entries of a list that could not be read. */
export function leftOutText(path: string, leftOut: unknown[]): string {
	const ids = leftOut.flatMap((entry) => idIn(entry) ?? []);
	const named =
		ids.length > 0
			? ` (ID ${ids.slice(0, MOST_NAMED).join(', ')}${ids.length > MOST_NAMED ? ', …' : ''})`
			: '';
	const verb = leftOut.length === 1 ? 'is' : 'are';
	return `${counted(leftOut.length, 'entry', 'entries')} of the service's list of ${listName(path)} ${verb} not in the format of the API and ${leftOut.length === 1 ? 'was' : 'were'} omitted${named}.`;
}

function listName(path: string): string {
	const collection = collectionAt(path);
	return collection ? `${COLLECTION_LABELS[collection]}s` : 'entries';
}

function idIn(entry: unknown): string | null {
	const entity = salvaged(entry);
	return entity && (String(entity.self).split(/[?#]/)[0].split('/').filter(Boolean).pop() ?? null);
}
