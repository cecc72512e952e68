import type { SpeechClient } from '../../shared/api/client';
import { allOf, equals } from '../../shared/api/filter';
import { newestFirst, utcDay } from '../../shared/speech/dates';
import { NO_ENDPOINTS, supportsEndpoints } from '../../shared/speech/endpointSupport';
import type { BaseModel, CustomModel, Endpoint } from '../../shared/speech/entities';
import { isExpired } from '../../shared/speech/expiry';
import { InputError } from '../../shared/speech/inputError';
import { sameLocale } from '../../shared/speech/locale';
import { COLLECTION_PATHS, idOf } from '../../shared/speech/references';
import { stateOf } from '../../shared/speech/status';
import { quoted } from '../../shared/speech/text';
import { COMPARE_WITH, type Reference } from './testPlan';

/**
 * The base model that answers for an expired one.
 *
 * @throws InputError when there is none.
 */
export async function standIn(
	client: SpeechClient,
	endpoint: Endpoint,
	expired: CustomModel | BaseModel,
): Promise<Pick<Reference, 'collection' | 'id' | 'model' | 'remark'>> {
	const name = `Endpoint ${quoted(endpoint.displayName)}`;
	const { newest, passedOver } = await newestBase(client, endpoint.locale, Date.now());
	if (newest === null) {
		throw new InputError(
			`${name} is set to an expired model, and the locale ${endpoint.locale} has no base model to replace it.`,
			`Choose another reference in '${COMPARE_WITH}'.`,
		);
	}
	const day = utcDay(expired.properties?.deprecationDates?.transcriptionDateTime);
	const newer = passedOver.map(
		(base) => `; ${quoted(base.displayName)} is newer, but ${NO_ENDPOINTS}`,
	);
	const remark = `${name} is set to model ${quoted(expired.displayName)}, which expired on ${day}. Since then it transcribes with the newest base model, ${quoted(newest.displayName)}, which is the reference of this test${newer.join('')}.`;
	return { collection: 'baseModels', id: idOf(newest), model: newest, remark };
}

/**
 * The base model the service answers with when a model has expired: the newest of the locale that an endpoint can serve.
 * Source: Microsoft Learn, "Custom speech model lifecycle".
 *
 * @param now Milliseconds since the epoch.
 * @returns null as the newest when there is none, and those passed over for it.
 */
async function newestBase(
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
