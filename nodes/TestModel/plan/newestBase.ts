import type { SpeechClient } from '../../shared/api/client';
import { allOf, equals } from '../../shared/api/filter';
import { newestFirst } from '../../shared/speech/dates';
import { supportsEndpoints } from '../../shared/speech/endpointSupport';
import type { BaseModel } from '../../shared/speech/entities';
import { isExpired } from '../../shared/speech/expiry';
import { sameLocale } from '../../shared/speech/locale';
import { COLLECTION_PATHS } from '../../shared/speech/references';
import { stateOf } from '../../shared/speech/status';

/**
 * The base model the service answers with when a model has expired: the newest of the locale that an endpoint can serve.
 * Source: Microsoft Learn, "Custom speech model lifecycle".
 *
 * @param now Milliseconds since the epoch.
 * @returns null as the newest when there is none, and those passed over for it.
 */
export async function newestBase(
	client: SpeechClient,
	locale: string,
	now: number,
): Promise<{ newest: BaseModel | null; passedOver: BaseModel[] }> {
	const query = { filter: allOf(equals('locale', locale)) };
	const bases = await client.list<BaseModel>(COLLECTION_PATHS.baseModels, query);
	const usable = bases
		.filter((base) => sameLocale(base.locale, locale) && !isExpired(base, now))
		.filter((base) => stateOf(base) === 'succeeded')
		.sort(newestFirst);
	const at = usable.findIndex((base) => supportsEndpoints(base) !== false);
	return at === -1
		? { newest: null, passedOver: usable }
		: { newest: usable[at], passedOver: usable.slice(0, at) };
}
