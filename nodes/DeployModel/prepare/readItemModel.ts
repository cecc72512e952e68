import { readModelTarget } from '../../shared/n8n/anyModelField';
import type { BaseModel, CustomModel } from '../../shared/speech/entities';
import { idOf } from '../../shared/speech/references';
import { checkUsable } from '../../shared/speech/usableModel';
import type { Run } from '../../shared/waiting/waitingNode';
import { checkVerdict } from './checkDeployment';
import { readDeployable } from '../model/readModels';
import type { DeploymentOptions } from './readDeploymentOptions';

export const MODEL_FIELD = { name: 'modelId', label: 'Model' };
const NO_MODEL = "The incoming item has no 'model'. Pick the model to deploy from the list.";

/**
 * The model that an item is to deploy, as it is at this moment: never what an earlier node has said of it, because a
 * wait may have been interrupted.
 *
 * @throws InputError when the item names none, or when it does not exist.
 */
export async function readItemModel(
	{ context, client }: Run,
	itemIndex: number,
): ReturnType<typeof readDeployable> {
	const target = readModelTarget(context, MODEL_FIELD, itemIndex, NO_MODEL);
	return await readDeployable(client, target, MODEL_FIELD.label);
}

/**
 * Checks that an item's model may be deployed now. What is deployed already needs no such check.
 *
 * @throws InputError when the item's own test speaks against it, it is not trained, or has expired.
 */
export function checkDeployable(
	{ context }: Run,
	itemIndex: number,
	entity: CustomModel | BaseModel,
	{ evenIfNotBetter }: DeploymentOptions,
): void {
	if (!evenIfNotBetter) checkVerdict(context.getInputData()[itemIndex].json, idOf(entity));
	checkUsable(entity, MODEL_FIELD.label, Date.now());
}
