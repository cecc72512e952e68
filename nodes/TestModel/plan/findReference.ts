import type { IExecuteFunctions } from 'n8n-workflow';

import type { SpeechClient } from '../../shared/api/client';
import { allOf, equals } from '../../shared/api/filter';
import { readAfresh } from '../../shared/api/readExisting';
import { readModel, type FoundModel } from '../../shared/api/readModel';
import { readModelTarget } from '../../shared/n8n/anyModelField';
import { choiceFromInput } from '../../shared/n8n/choices';
import { readEndpointIds } from '../../shared/n8n/endpointField';
import { newestFirst, utcDay } from '../../shared/speech/dates';
import { NO_ENDPOINTS, supportsEndpoints } from '../../shared/speech/endpointSupport';
import type { BaseModel, Endpoint } from '../../shared/speech/entities';
import { isExpired } from '../../shared/speech/expiry';
import { InputError } from '../../shared/speech/inputError';
import { sameLocale } from '../../shared/speech/locale';
import { COLLECTION_PATHS, targetOf } from '../../shared/speech/references';
import { stateOf } from '../../shared/speech/status';
import { quoted } from '../../shared/speech/text';
import type { Reference, TestingKind } from './testPlan';

const COMPARE_WITH = 'Compare With';

/**
 * The model the candidate is measured against, as it is at this moment.
 *
 * @throws InputError when there is none.
 */
export async function findReference(
	context: IExecuteFunctions,
	client: SpeechClient,
	candidate: FoundModel & { testingKind: TestingKind },
	itemIndex: number,
): Promise<Reference> {
	const choice = choiceFromInput(context.getNodeParameter('compareWith', itemIndex, 'automatic'), {
		label: COMPARE_WITH,
		choices: ['automatic', 'base', 'model', 'endpoint'],
		fallback: 'automatic',
	});
	if (choice === 'model') return await chosenModel(context, client, itemIndex);
	if (choice === 'base') return await baseOf(client, candidate);
	const [endpointId] = readEndpointIds(context, itemIndex);
	if (endpointId) return await servedBy(client, endpointId);
	if (choice === 'automatic') return await baseOrItself(client, candidate);
	throw new InputError(
		"'Endpoint' is empty.",
		`The incoming item names no endpoint. Pick one from the list, or choose something else in '${COMPARE_WITH}'.`,
	);
}

async function chosenModel(
	context: IExecuteFunctions,
	client: SpeechClient,
	itemIndex: number,
): Promise<Reference> {
	const field = { name: 'referenceModelId', label: 'Reference Model' };
	const missing = 'Pick the model to compare with from the list.';
	const target = readModelTarget(context, field, itemIndex, missing);
	const chosen = await readModel(client, target, field.label);
	return { ...chosen, role: 'the chosen reference', remark: null };
}

/** To listen to a model no other one is needed, where there is no base model to compare it with. */
async function baseOrItself(
	client: SpeechClient,
	{ testingKind, ...tested }: FoundModel & { testingKind: TestingKind },
): Promise<Reference> {
	if (testingKind === 'Evaluation' || baseIdOf(tested) !== null) {
		return await baseOf(client, tested);
	}
	return { ...tested, role: 'the model itself', remark: null };
}

/** Whatever path it is named under: the service may name a base model as it names custom ones. */
function baseIdOf({ collection, model }: FoundModel): string | null {
	return collection === 'models' ? (targetOf(model.baseModel)?.id ?? null) : null;
}

async function baseOf(client: SpeechClient, tested: FoundModel): Promise<Reference> {
	const id = baseIdOf(tested);
	if (id === null) {
		const what =
			tested.collection === 'baseModels' ? 'is a base model itself' : 'names no base model';
		throw new InputError(
			`Model ${quoted(tested.model.displayName)} ${what}, so it cannot be compared with the one it was trained from.`,
			`Choose a model or an endpoint in '${COMPARE_WITH}', or set 'Operation' to Inspect Quality and '${COMPARE_WITH}' to Automatic to listen to it alone.`,
		);
	}
	const model = await readAfresh<BaseModel>(client, 'baseModels', id, COMPARE_WITH);
	return { collection: 'baseModels', model, role: 'the base it was trained from', remark: null };
}

/** What an endpoint answers with now. An endpoint whose model has expired still names that model. */
async function servedBy(client: SpeechClient, endpointId: string): Promise<Reference> {
	const endpoint = await readAfresh<Endpoint>(client, 'endpoints', endpointId, 'Endpoint');
	const name = `Endpoint ${quoted(endpoint.displayName)}`;
	const target = targetOf(endpoint.model);
	if (stateOf(endpoint) !== 'succeeded' || target === null) {
		const problem = target === null ? 'names no model' : `has the status ${endpoint.status}`;
		throw new InputError(
			`${name} ${problem}, so it is not known what it answers with.`,
			`Wait until its last change has succeeded, or choose something else in '${COMPARE_WITH}'.`,
		);
	}
	// The service may name a base model as it names custom ones.
	const collection = target.collection === 'models' ? null : 'baseModels';
	const served = await readModel(client, { collection, id: target.id }, 'Endpoint');
	const role = `served by endpoint ${quoted(endpoint.displayName)}`;
	if (!isExpired(served.model, Date.now())) return { ...served, role, remark: null };
	const { newest: standIn, passedOver } = await newestBase(client, endpoint.locale, Date.now());
	if (standIn === null) {
		throw new InputError(
			`${name} is set to an expired model, and the locale ${endpoint.locale} has no base model it could answer with.`,
			`Choose something else in '${COMPARE_WITH}'.`,
		);
	}
	const { model: expired } = served;
	const day = utcDay(expired.properties?.deprecationDates?.transcriptionDateTime);
	const newer = passedOver.map(
		(base) => `; ${quoted(base.displayName)} is newer, but ${NO_ENDPOINTS}`,
	);
	const remark = `${name} is set to model ${quoted(expired.displayName)}, which expired on ${day}. Since then it answers with the newest base model, ${quoted(standIn.displayName)}, and that is what was compared with${newer.join('')}.`;
	return { collection: 'baseModels', model: standIn, role, remark };
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
