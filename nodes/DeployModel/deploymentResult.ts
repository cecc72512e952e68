import type { IDataObject } from 'n8n-workflow';

import type { Endpoint } from '../shared/speech/entities';
import { simplifyEndpoint, untouched } from '../shared/speech/simplify';
import { quoted } from '../shared/speech/text';
import type { DeploymentMemo } from './deploymentMemo';
import { nameOfModel, type ServedModel } from './servedModel';

/** What an item gains as `endpoint`. What was changed is told whether the rest is simplified or not. */
export function deploymentResult(endpoint: Endpoint, memo: DeploymentMemo): IDataObject {
	const { model, previous, changed, simplified } = memo;
	const outcome = { previousModel: told(previous), verified: true, changed };
	if (!simplified) return { ...untouched(endpoint), ...outcome };
	const { id, displayName, locale, status, webSocket, modelId, lastActionDateTime } =
		simplifyEndpoint(endpoint);
	return {
		id,
		displayName,
		webSocket,
		locale,
		status,
		model: told(model),
		modelId,
		...outcome,
		lastActionDateTime,
	};
}

function told(model: ServedModel | null): IDataObject | null {
	return model && { id: model.id, displayName: model.displayName };
}

/** One sentence on what was done. */
export function deploymentSummary(memo: DeploymentMemo): string {
	const { operation, endpointName, model, previous, changed } = memo;
	const name = `Endpoint ${quoted(endpointName)}`;
	const now = `model ${nameOfModel(model)}`;
	if (operation === 'create') {
		return changed
			? `${name} was created and serves ${now}.`
			: `${name} was created for ${now} before and serves it, so no other was created.`;
	}
	if (!changed) return `${name} already serves ${now}, so nothing was changed.`;
	const instead = previous ? ` instead of ${nameOfModel(previous)}` : '';
	if (operation === 'rollBack') return `${name} was rolled back and serves ${now}${instead}.`;
	return `${name} now serves ${now}${instead}.`;
}
