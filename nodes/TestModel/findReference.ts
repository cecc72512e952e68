import type { IExecuteFunctions } from 'n8n-workflow';

import type { SpeechClient } from '../shared/api/client';
import { notFoundAsNull, readAfresh } from '../shared/api/readExisting';
import { choiceFromInput } from '../shared/n8n/choices';
import { readEndpointIds } from '../shared/n8n/endpointField';
import { readId } from '../shared/n8n/locatorValues';
import { utcDay } from '../shared/speech/dates';
import type { BaseModel, CustomModel, Endpoint } from '../shared/speech/entities';
import { InputError } from '../shared/speech/inputError';
import { targetOf } from '../shared/speech/references';
import { quoted } from '../shared/speech/text';
import { isExpired } from '../shared/speech/usableModel';
import { newestBase } from './newestBase';
import type { Reference } from './testPlan';

const COMPARE_WITH = 'Compare With';

/**
 * The model the candidate is measured against, as it is at this moment.
 *
 * @throws InputError when there is none.
 */
export async function findReference(
	context: IExecuteFunctions,
	client: SpeechClient,
	candidate: CustomModel,
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
	if (choice === 'automatic') return await baseOf(client, candidate);
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
	const label = 'Reference Model';
	const field = { name: 'referenceModelId', label, collection: 'models' } as const;
	const id = readId(context, field, itemIndex, 'Pick the model to compare with from the list.');
	const model = await readAfresh<CustomModel>(client, 'models', id, label);
	return { collection: 'models', model, role: 'the chosen reference', remark: null };
}

async function baseOf(client: SpeechClient, candidate: CustomModel): Promise<Reference> {
	const target = targetOf(candidate.baseModel);
	// The service may name a base model as it names custom ones.
	if (target === null) {
		throw new InputError(
			`Model ${quoted(candidate.displayName)} names no base model, so it cannot be compared with that.`,
			`Choose a model or an endpoint in '${COMPARE_WITH}'.`,
		);
	}
	const model = await readAfresh<BaseModel>(client, 'baseModels', target.id, COMPARE_WITH);
	return { collection: 'baseModels', model, role: 'the base it was trained from', remark: null };
}

/** The model a reference names: the service may name a base model as it names custom ones. */
async function modelNamed(
	client: SpeechClient,
	{ collection, id }: NonNullable<ReturnType<typeof targetOf>>,
): Promise<Pick<Reference, 'collection' | 'model'>> {
	const custom =
		collection === 'models'
			? await client.read<CustomModel>('models', id).catch(notFoundAsNull)
			: null;
	if (custom) return { collection: 'models', model: custom.body };
	const model = await readAfresh<BaseModel>(client, 'baseModels', id, 'Endpoint');
	return { collection: 'baseModels', model };
}

/** What an endpoint answers with now. An endpoint whose model has expired still names that model. */
async function servedBy(client: SpeechClient, endpointId: string): Promise<Reference> {
	const endpoint = await readAfresh<Endpoint>(client, 'endpoints', endpointId, 'Endpoint');
	const name = `Endpoint ${quoted(endpoint.displayName)}`;
	const status = endpoint.status ?? 'Succeeded';
	const target = targetOf(endpoint.model);
	if (status !== 'Succeeded' || target === null) {
		const problem = target === null ? 'names no model' : `has the status ${status}`;
		throw new InputError(
			`${name} ${problem}, so it is not known what it answers with.`,
			`Wait until its last change has succeeded, or choose something else in '${COMPARE_WITH}'.`,
		);
	}
	const { collection, model } = await modelNamed(client, target);
	const role = `served by endpoint ${quoted(endpoint.displayName)}`;
	if (!isExpired(model, Date.now())) return { collection, model, role, remark: null };
	const standIn = await newestBase(client, endpoint.locale, Date.now());
	if (standIn === null) {
		throw new InputError(
			`${name} is set to an expired model, and the locale ${endpoint.locale} has no base model it could answer with.`,
			`Choose something else in '${COMPARE_WITH}'.`,
		);
	}
	const day = utcDay(model.properties?.deprecationDates?.transcriptionDateTime);
	const remark = `${name} is set to model ${quoted(model.displayName)}, which expired on ${day}. Since then it answers with the newest base model, ${quoted(standIn.displayName)}, and that is what was compared with.`;
	return { collection: 'baseModels', model: standIn, role, remark };
}
