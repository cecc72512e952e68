import { allOf, equals } from '../../shared/api/filter';
import type { SpeechClient } from '../../shared/api/client';
import { lookFor } from '../../shared/api/lookFor';
import { startOnce, type OncePlan } from '../../shared/api/startOnce';
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
import { idOf } from '../../shared/speech/references';
import { stateOf } from '../../shared/speech/status';
import { quoted } from '../../shared/speech/text';
import type { Run } from '../../shared/waiting/waitingNode';
import { checkServable } from './checkServable';
import type { Prepared } from './prepared';
import { checkDeployable, MODEL_FIELD, readItemModel } from './readItemModel';
import type { DeploymentOptions } from './readDeploymentOptions';
import { isSetTo, modelOfEndpoint, type ServedModel } from '../../shared/speech/servedModel';
import type { DeploymentMemo } from '../change/deploymentMemo';
import { readServed } from '../model/readModels';

/**
 * Prepares to create an endpoint for the item's model, unless the same has been created before, whatever it serves now.
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
	const { entity, model } = await readItemModel(run, itemIndex);
	const displayName = typedName || entity.displayName;
	const { locale } = entity;
	const fingerprint = fingerprintOf([displayName, locale, model.id]);
	const ifThere = options.ifAlreadyCreated;
	const mark = markedFingerprint(fingerprint, runKey(context), ifThere === 'again');
	const wanted = sameEndpoints({ displayName, locale, fingerprint });
	const listed = await lookFor<Endpoint>(client, wanted)();
	const before = listed.filter(works);
	if (before.length === 0 || ifThere === 'again') {
		checkDeployable(run, itemIndex, entity, options);
		await checkServable(client, entity, MODEL_FIELD.label);
	}
	const project = await readProjectFor(context, client, entity, itemIndex);
	if (project) checkProjectLocale(project, locale, 'the model has');
	const body = {
		displayName,
		locale,
		model: client.reference(model.collection, model.id),
		customProperties: { [ENDPOINT_FINGERPRINT_PROPERTY]: mark },
		...(project && { project: client.reference('projects', idOf(project)) }),
		...(options.loggingEnabled && { properties: { loggingEnabled: true } }),
	};
	const isServed = before.some((one) => isSetTo(one, model));
	const plan: OncePlan<Endpoint> = {
		wanted,
		locale,
		// One that was changed since stands for a new one only where none serves the model.
		isUsable: (one) => works(one) && (isSetTo(one, model) || !isServed),
		mark,
		property: ENDPOINT_FINGERPRINT_PROPERTY,
		ifThere,
		post: async () => await client.post<Endpoint>('endpoints', body),
		alreadyThere: (one) => alreadyThere(one, model),
	};
	return async () => {
		const settle = await startOnce<Endpoint>(client, plan, listed);
		return async () => {
			const settled = await settle();
			return {
				job: { kind: 'endpoint', id: idOf(settled.entity) },
				memo: { ...(await memoOf(client, settled, model)), simplified: options.simplified },
			};
		};
	};
}

/** Those this node has created of the name for the model. */
function sameEndpoints({
	displayName,
	locale,
	fingerprint,
}: Record<'displayName' | 'locale' | 'fingerprint', string>): OncePlan<Endpoint>['wanted'] {
	return {
		collection: 'endpoints',
		query: { filter: allOf(equals('displayName', displayName), equals('locale', locale)) },
		isSame: ({ customProperties }) =>
			holdsFingerprint(customProperties?.[ENDPOINT_FINGERPRINT_PROPERTY], fingerprint),
		traces: [fingerprint],
	};
}

function works(endpoint: Endpoint): boolean {
	return stateOf(endpoint) !== 'failed' && modelOfEndpoint(endpoint) !== null;
}

async function memoOf(
	client: SpeechClient,
	{ entity: endpoint, reused, twin }: Settled<Endpoint>,
	model: ServedModel,
): Promise<Omit<DeploymentMemo, 'simplified'>> {
	const other = isSetTo(endpoint, model) ? null : await readServed(client, endpoint);
	return {
		operation: 'create',
		endpointId: idOf(endpoint),
		endpointName: endpoint.displayName,
		model: other ?? model,
		...(other && { createdFor: model }),
		previous: null,
		changed: !reused,
		rollBackOnFailure: false,
		failedBecause: null,
		begunAt: Date.now(),
		failureBefore: null,
		twin,
	};
}

function alreadyThere(endpoint: Endpoint, { displayName }: ServedModel): InputError {
	return new InputError(
		`Endpoint ${quoted(endpoint.displayName)} (${idOf(endpoint)}) was already created for model ${quoted(displayName)}.`,
		"Set 'If Already Created' to Reuse Existing or Create Again.",
	);
}
