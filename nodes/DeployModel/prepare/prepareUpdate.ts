import { readAfresh } from '../../shared/api/readExisting';
import { readEndpointId } from '../../shared/n8n/endpointField';
import { showHints } from '../../shared/n8n/hints';
import { MOST_PROPERTIES, PREVIOUS_MODEL_PROPERTY } from '../../shared/speech/customProperties';
import type { Endpoint } from '../../shared/speech/entities';
import { idOf } from '../../shared/speech/references';
import { stateOf } from '../../shared/speech/status';
import { quoted } from '../../shared/speech/text';
import type { Run } from '../../shared/waiting/waitingNode';
import { checkAtRest, checkFits, checkWorks } from './checkDeployment';
import { checkServable } from './checkServable';
import type { DeploymentMemo } from '../change/deploymentMemo';
import type { Prepared } from './prepared';
import { checkDeployable, MODEL_FIELD, readItemModel } from './readItemModel';
import { remarkOn } from './remarkOn';
import { readServed, withName } from '../model/readModels';
import type { DeploymentOptions } from './readDeploymentOptions';
import {
	isSetTo,
	recordedModel,
	recordOf,
	type ServedModel,
} from '../../shared/speech/servedModel';
import { switchModel } from '../change/switchModel';

/**
 * Prepares to set an endpoint to the item's model, unless it is set to it already.
 *
 * @throws InputError or ServiceError when it cannot be done; nothing was sent then.
 */
export async function prepareUpdate(
	run: Run,
	itemIndex: number,
	options: DeploymentOptions,
): Promise<Prepared> {
	const { context, client } = run;
	const endpointId = readEndpointId(context, itemIndex);
	const { entity, model } = await readItemModel(run, itemIndex);
	const endpoint = await readAfresh<Endpoint>(client, 'endpoints', endpointId, 'Endpoint');
	const memo: DeploymentMemo = {
		operation: 'update',
		endpointId,
		endpointName: endpoint.displayName,
		model,
		previous: null,
		changed: false,
		rollBackOnFailure: options.rollBackOnFailure,
		failedBecause: null,
		begunAt: Date.now(),
		failureBefore: null,
		simplified: options.simplified,
	};
	const job = { kind: 'endpoint', id: endpointId } as const;
	const state = stateOf(endpoint);
	if (isSetTo(endpoint, model) && state !== 'failed') {
		const recorded = recordedModel(endpoint);
		const previous = recorded && (await withName(client, recorded));
		// An earlier try has sent the change: what is left to do is to wait for it.
		const isUnderWay = state === 'working';
		const found = { ...memo, previous, changed: isUnderWay, remark: remarkOn(entity) };
		return async () => ({ job: isUnderWay ? job : null, memo: found });
	}
	checkDeployable(run, itemIndex, entity, options);
	checkFits(entity, endpoint);
	checkWorks(endpoint);
	checkAtRest(endpoint);
	await checkServable(client, entity, MODEL_FIELD.label);
	return async () => {
		const previous = await readServed(client, endpoint);
		const properties = previous && remembering(endpoint, previous);
		if (previous && properties === null) showHints(context, [noRoom(endpoint)]);
		await switchModel(client, endpointId, model, properties);
		return { job, memo: { ...memo, previous, changed: true, begunAt: Date.now() } };
	};
}

/** The endpoint's custom properties with the model it served so far; null when there is no room for it. */
function remembering({ customProperties }: Endpoint, previous: ServedModel) {
	const whole = { ...customProperties, [PREVIOUS_MODEL_PROPERTY]: recordOf(previous) };
	return Object.keys(whole).length > MOST_PROPERTIES ? null : whole;
}

function noRoom(endpoint: Endpoint): string {
	return `Endpoint ${quoted(endpoint.displayName)} (${idOf(endpoint)}) has ${MOST_PROPERTIES} custom properties, so its previous model cannot be recorded. To roll back later, pick the model yourself.`;
}
