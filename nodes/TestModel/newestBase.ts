import type { SpeechClient } from '../shared/api/client';
import { allOf, equals } from '../shared/api/filter';
import { toMillis } from '../shared/speech/dates';
import type { BaseModel } from '../shared/speech/entities';
import { sameLocale } from '../shared/speech/locale';
import { COLLECTION_PATHS } from '../shared/speech/references';
import { isExpired } from '../shared/speech/usableModel';

/**
 * The base model the service answers with when a custom model has expired: the newest of the locale.
 * Source: Microsoft Learn, "Model and endpoint lifecycle".
 *
 * @param now Milliseconds since the epoch.
 * @returns null when there is none.
 */
export async function newestBase(
	client: SpeechClient,
	locale: string,
	now: number,
): Promise<BaseModel | null> {
	const query = { filter: allOf(equals('locale', locale)) };
	const bases = await client.list<BaseModel>(COLLECTION_PATHS.baseModels, query);
	const creation = ({ createdDateTime }: BaseModel) => toMillis(createdDateTime) ?? 0;
	const [newest] = bases
		.filter((base) => sameLocale(base.locale, locale) && !isExpired(base, now))
		.filter(({ status = 'Succeeded' }) => status === 'Succeeded')
		.sort((one, other) => creation(other) - creation(one));
	return newest ?? null;
}
