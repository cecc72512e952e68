import { allOf, equals } from '../../shared/api/filter';
import { startOnce } from '../../shared/api/startOnce';
import type { Settled } from '../../shared/api/twins';
import { readProjectFor } from '../../shared/n8n/projectOption';
import { runKey } from '../../shared/n8n/runKey';
import { ENDPOINT_FINGERPRINT_PROPERTY } from '../../shared/speech/customProperties';
import type { Endpoint } from '../../shared/speech/entities';
import {
	fingerprintOf,
	holdsFingerprint,
	markedFingerprint,
} from '../../shared/speech/fingerprint';
import { InputError } from '../../shared/speech/inputError';
import { checkProjectLocale } from '../../shared/speech/projectLocale';
import { COLLECTION_PATHS, idOf } from '../../shared/speech/references';
import { stateOf } from '../../shared/speech/status';
import { quoted } from '../../shared/speech/text';
import { checkUsable } from '../../shared/speech/usableModel';
import type { Begun, Run } from '../../shared/waiting/waitingNode';
import type { DeploymentMemo } from '../change/deploymentMemo';
import { checkServable } from './checkServable';
import type { Prepared } from './prepared';
import { MODEL_FIELD, readItemModel } from './readItemModel';
import type { DeploymentOptions } from './readDeploymentOptions';
import { isSetTo, type ServedModel } from '../model/servedModel';

/**
 * Prepares to create an endpoint for the item's model, unless the same has been created before and is still set to it.
 *
 * @throws InputError or ServiceError when it cannot be done; nothing was sent then.
 */
export async function prepareCreate(
	run: Run,
	itemIndex: number,
	options: DeploymentOptions,
): Promise<Prepared> {
	const { context, client } = run;
	const typedName = String(context.getNodeParameter('displayName', itemIndex, '') ?? '').trim();
	const { entity, model } = await readItemModel(run, itemIndex, options);
	checkUsable(entity, MODEL_FIELD.label, Date.now());
	await checkServable(client, entity, MODEL_FIELD.label);
	const project = await readProjectFor(context, client, entity, itemIndex);
	if (project) checkProjectLocale(project, entity.locale, 'the model has');
	const displayName = typedName || entity.displayName;
	const { locale } = entity;
	const fingerprint = fingerprintOf([displayName, locale, model.id]);
	const ifThere = options.ifAlreadyCreated;
	const mark = markedFingerprint(fingerprint, runKey(context), ifThere === 'again');
	const body = {
		displayName,
		locale,
		model: client.reference(model.collection, model.id),
		customProperties: { [ENDPOINT_FINGERPRINT_PROPERTY]: mark },
		...(project && { project: client.reference('projects', idOf(project)) }),
		...(options.loggingEnabled && { properties: { loggingEnabled: true } }),
	};
	return async () => {
		const settle = await startOnce<Endpoint>(client, {
			wanted: {
				collection: 'endpoints',
				query: { filter: allOf(equals('displayName', displayName), equals('locale', locale)) },
				isSame: ({ customProperties }) =>
					holdsFingerprint(customProperties?.[ENDPOINT_FINGERPRINT_PROPERTY], fingerprint),
				traces: [fingerprint],
			},
			locale,
			isUsable: (one) => stateOf(one) !== 'failed' && isSetTo(one, model),
			mark,
			property: ENDPOINT_FINGERPRINT_PROPERTY,
			ifThere,
			post: async () => await client.post<Endpoint>(COLLECTION_PATHS.endpoints, body),
			alreadyThere: (one) => alreadyThere(one, model),
		});
		return async () => begunCreation(await settle(), model, options);
	};
}

function begunCreation(
	{ entity: endpoint, reused, twin }: Settled<Endpoint>,
	model: ServedModel,
	{ simplified }: DeploymentOptions,
): Begun<DeploymentMemo> {
	return {
		job: { kind: 'endpoint', id: idOf(endpoint) },
		memo: {
			operation: 'create',
			endpointId: idOf(endpoint),
			endpointName: endpoint.displayName,
			model,
			previous: null,
			changed: !reused,
			rollBackOnFailure: false,
			failedBecause: null,
			begunAt: Date.now(),
			failureBefore: null,
			twin,
			simplified,
		},
	};
}

function alreadyThere(endpoint: Endpoint, { displayName }: ServedModel): InputError {
	return new InputError(
		`Endpoint ${quoted(endpoint.displayName)} (${idOf(endpoint)}) was created for model ${quoted(displayName)} before.`,
		"Set 'If Already Created' to Use It or Create Again.",
	);
}
