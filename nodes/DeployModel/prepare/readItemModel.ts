import { readModelTarget } from '../../shared/n8n/anyModelField';
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
 * @throws InputError when the item names none, when its own test speaks against it, or when it does not exist.
 */
export async function readItemModel(
	{ context, client }: Run,
	itemIndex: number,
	{ evenIfNotBetter }: DeploymentOptions,
): ReturnType<typeof readDeployable> {
	const target = readModelTarget(context, MODEL_FIELD, itemIndex, NO_MODEL);
	if (!evenIfNotBetter) checkVerdict(context.getInputData()[itemIndex].json, target.id);
	return await readDeployable(client, target, MODEL_FIELD.label);
}
