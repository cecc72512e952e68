import type { IExecuteFunctions } from 'n8n-workflow';

import type { SpeechClient } from '../../shared/api/client';
import { readAfresh } from '../../shared/api/readExisting';
import { findModel, readModel, type FoundModel } from '../../shared/api/readModel';
import { readModelTarget } from '../../shared/n8n/anyModelField';
import { choiceFromInput } from '../../shared/n8n/choices';
import { readEndpointIds } from '../../shared/n8n/endpointField';
import type { Endpoint } from '../../shared/speech/entities';
import { isExpired } from '../../shared/speech/expiry';
import { InputError } from '../../shared/speech/inputError';
import { idOf, targetOf } from '../../shared/speech/references';
import { isSetTo } from '../../shared/speech/servedModel';
import { stateOf } from '../../shared/speech/status';
import { quoted } from '../../shared/speech/text';
import { BASE_ROLE, servedBefore, servedBy } from './servedBefore';
import { standIn } from './standIn';
import { COMPARE_WITH, type Reference, type Tested } from './testPlan';

/**
 * The model the candidate is measured against, as it is at this moment.
 *
 * @throws InputError when there is none.
 */
export async function findReference(
	context: IExecuteFunctions,
	client: SpeechClient,
	tested: Tested,
	itemIndex: number,
): Promise<Reference> {
	const choice = choiceFromInput(context.getNodeParameter('compareWith', itemIndex, 'automatic'), {
		label: COMPARE_WITH,
		choices: ['automatic', 'base', 'model', 'endpoint'],
		fallback: 'automatic',
	});
	if (choice === 'model') return await chosenModel(context, client, itemIndex);
	if (choice === 'base') return await baseOf(client, tested, choice);
	const isAutomatic = choice === 'automatic';
	let served: Reference | null = null;
	for (const endpointId of readEndpointIds(context, itemIndex)) {
		served = await servedNow(client, endpointId, tested, isAutomatic);
		// Of several endpoints some may serve the new model already, and know nothing of one before.
		if (served.id !== idOf(tested.model)) break;
	}
	if (served) return served;
	if (isAutomatic) return await baseOrItself(client, tested);
	throw new InputError(
		"'Endpoint' is empty.",
		`The incoming item has no endpoint. Pick one from the list, or choose another reference in '${COMPARE_WITH}'.`,
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
	const { collection, model } = (await findModel(client, target)) ?? {
		collection: target.collection ?? 'models',
		model: null,
	};
	const role = 'the chosen reference';
	return { collection, id: target.id, model, label: field.label, role, remark: null };
}

/** To listen to a model no other one is needed, where there is no base model to compare it with. */
async function baseOrItself(client: SpeechClient, tested: Tested): Promise<Reference> {
	const { collection, model, testingKind } = tested;
	if (testingKind === 'Evaluation' || baseIdOf(tested) !== null) {
		return await baseOf(client, tested, 'automatic');
	}
	const itself = { collection, id: idOf(model), model, label: COMPARE_WITH };
	return { ...itself, role: 'the model itself', remark: null };
}

/** Whatever path it is named under: the service may name a base model as it names custom ones. */
function baseIdOf({ collection, model }: FoundModel): string | null {
	return collection === 'models' ? (targetOf(model.baseModel)?.id ?? null) : null;
}

async function baseOf(
	client: SpeechClient,
	tested: Tested,
	choice: 'automatic' | 'base',
): Promise<Reference> {
	const id = baseIdOf(tested);
	if (id === null) {
		const what =
			tested.collection === 'baseModels' ? 'is a base model itself' : 'has no base model';
		throw new InputError(
			`Model ${quoted(tested.model.displayName)} ${what}, so there is no base model to compare it with.`,
			`Choose a model or an endpoint in '${COMPARE_WITH}', or set ${waysToListen(tested, choice).join(' and ')} to listen to it alone.`,
		);
	}
	const base = { collection: 'baseModels', id } as const;
	const model = (await findModel(client, base))?.model ?? null;
	return { ...base, model, label: COMPARE_WITH, role: BASE_ROLE, remark: null };
}

/** What lets a person listen to a model alone; what is set so already is left out. */
function waysToListen({ testingKind }: Tested, choice: 'automatic' | 'base'): string[] {
	return [
		...(testingKind === 'Inspection' ? [] : ["'Operation' to Inspect Quality"]),
		...(choice === 'automatic' ? [] : [`'${COMPARE_WITH}' to Automatic`]),
	];
}

/**
 * What an endpoint answers with now, or what it served before when it is set to the candidate already. An endpoint whose
 * model has expired still names that model.
 */
async function servedNow(
	client: SpeechClient,
	endpointId: string,
	tested: Tested,
	isAutomatic: boolean,
): Promise<Reference> {
	const endpoint = await readAfresh<Endpoint>(client, 'endpoints', endpointId, 'Endpoint');
	const candidate = { collection: tested.collection, id: idOf(tested.model) };
	const before = isSetTo(endpoint, candidate)
		? await servedBefore(client, endpoint, tested, isAutomatic)
		: null;
	if (before) return before;
	const name = `Endpoint ${quoted(endpoint.displayName)}`;
	const target = targetOf(endpoint.model);
	if (stateOf(endpoint) !== 'succeeded' || target === null) {
		const problem = target === null ? 'has no model' : `has the status ${endpoint.status}`;
		throw new InputError(
			`${name} ${problem}, so its current model is not known.`,
			`Wait until its last change has succeeded, or choose another reference in '${COMPARE_WITH}'.`,
		);
	}
	// The service may name a base model as it names custom ones.
	const collection = target.collection === 'models' ? null : 'baseModels';
	const served = await readModel(client, { collection, id: target.id }, 'Endpoint');
	const reference = { id: target.id, label: 'Endpoint', role: servedBy(endpoint), remark: null };
	if (!isExpired(served.model, Date.now())) return { ...served, ...reference };
	return { ...reference, ...(await standIn(client, endpoint, served.model)) };
}
