import type { IDataObject } from 'n8n-workflow';

import { foundHint } from '../../shared/n8n/foundHint';
import type { Endpoint } from '../../shared/speech/entities';
import { simplifyEndpoint, fieldsWithoutSecrets } from '../../shared/speech/simplify';
import { quoted } from '../../shared/speech/text';
import { leftTwin, twinSentence } from '../../shared/speech/twins';
import { memosOf, type Case } from '../../shared/waiting/case';
import type { DeploymentMemo } from '../change/deploymentMemo';
import { nameOfModel, type ServedModel } from '../../shared/speech/servedModel';

/**
 * What an item gains as `endpoint`. What was changed is told whether the rest is simplified or not. `verified` means that
 * the service shows the model on the endpoint, which is all that can be read of it.
 */
export function deploymentResult(endpoint: Endpoint, memo: DeploymentMemo): IDataObject {
	const { model, previous, changed, twin, simplified } = memo;
	const outcome = {
		previousModel: idAndName(previous),
		verified: true,
		changed,
		...leftTwin(twin),
	};
	if (!simplified) return { ...fieldsWithoutSecrets(endpoint), ...outcome };
	const { id, displayName, locale, status, webSocket, modelId, lastActionDateTime } =
		simplifyEndpoint(endpoint);
	return {
		id,
		displayName,
		webSocket,
		locale,
		status,
		model: idAndName(model),
		modelId,
		...outcome,
		lastActionDateTime,
	};
}

function idAndName(model: ServedModel | null): IDataObject | null {
	return model && { id: model.id, displayName: model.displayName };
}

/**
 * One sentence on what was done. A changed endpoint may still answer with the model before: Microsoft's samples of v3.2
 * are answered at once with Succeeded and the new model, while its page on deploying says that this takes minutes.
 */
export function deploymentSummary(memo: DeploymentMemo): string {
	const did = memo.operation === 'create' ? creation(memo) : change(memo);
	return [did, memo.remark].filter(Boolean).join(' ');
}

/** One sentence on endpoints that were as they are to be; null when each was changed. */
export function deployedBefore(cases: Array<Case<DeploymentMemo, Endpoint>>): string | null {
	const memos = memosOf(cases);
	return foundHint({
		sentences: memos
			.filter(({ changed, twin }) => !changed && !twin)
			.map((memo) => (memo.operation === 'create' ? creation(memo) : change(memo))),
		total: memos.length,
		noun: 'deployment',
		several: ['Already in place', 'Nothing was changed for them.'],
	});
}

function creation({ endpointName, model, changed, createdFor, twin }: DeploymentMemo): string {
	const name = `Endpoint ${quoted(endpointName)}`;
	const now = `model ${nameOfModel(model)}`;
	if (twin) return `${name} uses ${now}. ${twinSentence(twin)}`;
	if (changed) return `${name} was created and uses ${now}.`;
	return createdFor
		? `${name} was already created for model ${nameOfModel(createdFor)} and now uses ${now}, so nothing was created or changed.`
		: `${name} was already created for ${now} and uses it, so no other endpoint was created.`;
}

function change({ operation, endpointName, model, previous, changed }: DeploymentMemo): string {
	const name = `Endpoint ${quoted(endpointName)}`;
	const now = `model ${nameOfModel(model)}`;
	if (!changed) return `${name} already uses ${now}, so nothing was changed.`;
	const instead = previous ? ` instead of ${nameOfModel(previous)}` : '';
	const did = operation === 'rollBack' ? 'rolled back' : 'changed';
	return `${name} was ${did} to ${now}${instead}; it can take minutes until all requests use it.`;
}
