import type { SpeechClient } from '../api/client';
import type { Entity } from '../speech/entities';
import { COLLECTION_PATHS } from '../speech/references';

/** What a training begins with: the model to retrain, or data. */
const BEGUN_WITH = [COLLECTION_PATHS.models, COLLECTION_PATHS.datasets];

/**
 * The locales of what the resource has, one page of each: what is trained next is most likely of one of them.
 *
 * @returns none when they cannot be read, for a list opens without them as well.
 */
export async function localesInUse(client: SpeechClient): Promise<Set<string>> {
	const locales = await Promise.all(
		BEGUN_WITH.map(async (path) => await firstLocales(client, path)),
	);
	return new Set(locales.flat());
}

async function firstLocales(client: SpeechClient, path: string): Promise<string[]> {
	try {
		for await (const { values } of client.pages<Entity>(path)) {
			return values.flatMap(({ locale }) => locale?.toLowerCase() ?? []);
		}
	} catch {
		// The list of base models itself tells what is wrong.
	}
	return [];
}
