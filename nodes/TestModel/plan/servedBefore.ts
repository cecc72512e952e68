import type { SpeechClient } from '../../shared/api/client';
import { allOf, equals } from '../../shared/api/filter';
import { findModel, type FoundModel } from '../../shared/api/readModel';
import { TEST_FINGERPRINT_PROPERTY } from '../../shared/speech/customProperties';
import { newestFirst, utcDay } from '../../shared/speech/dates';
import type { Endpoint, Evaluation } from '../../shared/speech/entities';
import { isExpired } from '../../shared/speech/expiry';
import { InputError } from '../../shared/speech/inputError';
import { COLLECTION_PATHS, idOf, targetOf } from '../../shared/speech/references';
import { recordedModel } from '../../shared/speech/servedModel';
import { stateOf } from '../../shared/speech/status';
import { quoted } from '../../shared/speech/text';
import { isTestOf } from './sameTest';
import { COMPARE_WITH, type ModelCollection, type Reference, type Tested } from './testPlan';

/** A model by id, with what the service has of it; null for one that is not there any more. */
interface Named {
	collection: ModelCollection;
	id: string;
	found: FoundModel | null;
}

/**
 * The reference for a model that its endpoint is set to already, as it is when what was tested was deployed since: the
 * model the endpoint served before, by the note of Deploy Model. Where that cannot be tested against any more, and
 * where a person leaves the choice to the node, the reference of the test this node made before.
 *
 * @param isAutomatic Whether the person leaves the choice to the node.
 * @returns null when neither is known.
 * @throws InputError when the model before is known, but gone or expired, and no test is there.
 */
export async function servedBefore(
	client: SpeechClient,
	endpoint: Endpoint,
	tested: Tested,
	isAutomatic: boolean,
): Promise<Reference | null> {
	const recorded = recordedModel(endpoint);
	const isItself = recorded?.id === idOf(tested.model);
	const previous = recorded && !isItself ? await named(client, recorded) : null;
	const isFit = previous?.found && !isExpired(previous.found.model, Date.now());
	const asBefore = previous && referenceTo(previous, `${servedBy(endpoint)} before`);
	if (asBefore && isFit && !isAutomatic) return asBefore;
	const tests = await earlierTests(client, tested);
	if (asBefore && tests.some(({ model1 }) => targetOf(model1)?.id === asBefore.id)) return asBefore;
	if (tests.length > 0) return await referenceOf(client, tests[0], endpoint, tested);
	if (previous && !isFit) throw cannotCompare(endpoint, previous, tested);
	return asBefore;
}

/** What a model is to a person that an endpoint serves. */
export function servedBy(endpoint: Endpoint): string {
	return `used by endpoint ${quoted(endpoint.displayName)}`;
}

/** Those this node made of the model on the data against another one, newest first. */
async function earlierTests(client: SpeechClient, tested: Tested): Promise<Evaluation[]> {
	const query = { filter: allOf(equals('locale', tested.model.locale)) };
	const tests = await client.list<Evaluation>(COLLECTION_PATHS.evaluations, query);
	const subject = { ...tested, id: idOf(tested.model) };
	const isOther = (id: string | undefined) => id !== undefined && id !== subject.id;
	return tests
		.filter((test) => test.customProperties?.[TEST_FINGERPRINT_PROPERTY] !== undefined)
		.filter((test) => isTestOf(test, subject) && isOther(targetOf(test.model1)?.id))
		.filter((test) => stateOf(test) !== 'failed')
		.sort(newestFirst);
}

async function referenceOf(
	client: SpeechClient,
	{ model1 }: Evaluation,
	endpoint: Endpoint,
	{ collection, model }: Tested,
): Promise<Reference> {
	const target = targetOf(model1);
	const id = target?.id ?? '';
	const kind = target?.collection === 'baseModels' ? target.collection : 'models';
	const base = collection === 'models' ? targetOf(model.baseModel)?.id : undefined;
	const role = id === base ? BASE_ROLE : null;
	const remark = `Endpoint ${quoted(endpoint.displayName)} already uses model ${quoted(model.displayName)}, so the reference is taken from the model's latest test on this data.`;
	return { ...referenceTo(await named(client, { collection: kind, id }), role), remark };
}

/** What the base model of the candidate is to a person. */
export const BASE_ROLE = 'the base it was trained from';

async function named(client: SpeechClient, model: Omit<Named, 'found'>): Promise<Named> {
	// The service may name a base model as it names custom ones.
	const collection = model.collection === 'models' ? null : model.collection;
	const found = await findModel(client, { collection, id: model.id });
	return { ...model, ...(found && { collection: found.collection }), found };
}

function referenceTo({ collection, id, found }: Named, role: string | null): Reference {
	return {
		collection,
		id,
		model: found?.model ?? null,
		label: COMPARE_WITH,
		role,
		remark: null,
	};
}

function cannotCompare(endpoint: Endpoint, { id, found }: Named, { model }: Tested): InputError {
	const lastDay = utcDay(found?.model.properties?.deprecationDates?.transcriptionDateTime);
	const what = found
		? `${quoted(found.model.displayName)}, its previous model, expired on ${lastDay}`
		: `its previous model no longer exists (ID ${id})`;
	return new InputError(
		`Endpoint ${quoted(endpoint.displayName)} already uses model ${quoted(model.displayName)}, and ${what}. There is also no earlier test of the two models.`,
		`Choose another reference in '${COMPARE_WITH}'.`,
	);
}
