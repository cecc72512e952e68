import type { IExecuteFunctions } from 'n8n-workflow';

import { readAfresh } from '../../shared/api/readExisting';
import type { ModelTarget } from '../../shared/api/readModel';
import { readModelTarget } from '../../shared/n8n/anyModelField';
import { choiceFromInput } from '../../shared/n8n/choices';
import { readEndpointId } from '../../shared/n8n/endpointField';
import type { Endpoint } from '../../shared/speech/entities';
import { InputError } from '../../shared/speech/inputError';
import { stateOf } from '../../shared/speech/status';
import { quoted } from '../../shared/speech/text';
import { checkUsable } from '../../shared/speech/usableModel';
import type { Run } from '../../shared/waiting/waitingNode';
import { checkAtRest, checkFits } from './checkDeployment';
import { checkServable } from './checkServable';
import type { DeploymentMemo } from '../change/deploymentMemo';
import type { Prepared } from './prepared';
import { remarkOn } from './remarkOn';
import { readDeployable, readServed } from '../model/readModels';
import type { DeploymentOptions } from './readDeploymentOptions';
import { isSetTo, recordedModel, type ServedModel } from '../../shared/speech/servedModel';
import { failureMark } from '../change/shownChange';
import { switchModel } from '../change/switchModel';

/**
 * Prepares to set an endpoint back to the model it remembers, or to a chosen one. What it remembers stays as it is,
 * so that a second roll back does not bring the newer model in again.
 *
 * @throws InputError or ServiceError when it cannot be done; nothing was sent then.
 */
export async function prepareRollBack(
	{ context, client }: Run,
	itemIndex: number,
	{ simplified }: DeploymentOptions,
): Promise<Prepared> {
	const endpointId = readEndpointId(context, itemIndex);
	const chosen = readChosen(context, itemIndex);
	const endpoint = await readAfresh<Endpoint>(client, 'endpoints', endpointId, 'Endpoint');
	const target = chosen ?? remembered(endpoint);
	const { entity, model } = await readDeployable(client, target, 'Roll Back To');
	const memo: DeploymentMemo = {
		operation: 'rollBack',
		endpointId,
		endpointName: endpoint.displayName,
		model,
		previous: null,
		changed: false,
		// There is nothing better to go back to.
		rollBackOnFailure: false,
		failedBecause: null,
		begunAt: Date.now(),
		failureBefore: failureMark(endpoint),
		simplified,
	};
	const job = { kind: 'endpoint', id: endpointId } as const;
	const state = stateOf(endpoint);
	if (isSetTo(endpoint, model) && state !== 'failed') {
		const isUnderWay = state === 'working';
		const found = { ...memo, changed: isUnderWay, remark: remarkOn(entity) };
		return async () => ({ job: isUnderWay ? job : null, memo: found });
	}
	checkUsable(entity, 'Roll Back To', Date.now());
	checkFits(entity, endpoint);
	checkAtRest(endpoint);
	await checkServable(client, entity, 'Roll Back To');
	return async () => {
		const previous = await readServed(client, endpoint);
		await switchModel(client, endpointId, model);
		return { job, memo: { ...memo, previous, changed: true, begunAt: Date.now() } };
	};
}

/** The model a person picked to go back to; null when it is to be the one the endpoint remembers. */
function readChosen(context: IExecuteFunctions, itemIndex: number): ModelTarget | null {
	const choice = choiceFromInput(context.getNodeParameter('rollBackTo', itemIndex, 'recorded'), {
		label: 'Roll Back To',
		choices: ['recorded', 'model'],
		fallback: 'recorded',
	});
	if (choice !== 'model') return null;
	const field = { name: 'earlierModelId', label: 'Earlier Model' };
	return readModelTarget(context, field, itemIndex, 'Pick the model to go back to from the list.');
}

function remembered(endpoint: Endpoint): Omit<ServedModel, 'displayName'> {
	const model = recordedModel(endpoint);
	if (model) return model;
	throw new InputError(
		`No previous model is recorded for endpoint ${quoted(endpoint.displayName)}.`,
		"Only Deploy Model records one. Set 'Roll Back To' to Chosen Model and pick the model.",
	);
}
