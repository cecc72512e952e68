import type { IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';

import type { Endpoint } from '../shared/speech/entities';
import { simplifyEndpoint, fieldsWithoutSecrets } from '../shared/speech/simplify';
import { removeIfEnded } from '../shared/api/removeTwin';
import { runWaiting } from '../shared/waiting/run';
import type { Added, Run, WaitingNode } from '../shared/waiting/waitingNode';
import { wantedModel, type DeploymentMemo, type Operation } from './change/deploymentMemo';
import { deployedBefore, deploymentResult, deploymentSummary } from './result/deploymentResult';
import { explainDeployment, notVerified, rolledBack } from './result/explainDeployment';
import { DEFAULT_GIVE_UP_DAYS } from './defaults';
import { isChangeOpen } from './change/isChangeOpen';
import { prepareCreate } from './prepare/prepareCreate';
import type { Prepared } from './prepare/prepared';
import { prepareRollBack } from './prepare/prepareRollBack';
import { prepareUpdate } from './prepare/prepareUpdate';
import { readDeploymentOptions } from './prepare/readDeploymentOptions';
import { takeBack } from './change/takeBack';
import { verifiedEndpoint } from './change/verifiedEndpoint';

const PREPARATIONS: Record<Operation, typeof prepareUpdate> = {
	create: prepareCreate,
	rollBack: prepareRollBack,
	update: prepareUpdate,
};

const deployModel: WaitingNode<DeploymentMemo, Endpoint> = {
	async check(run, itemIndex) {
		await prepare(run, itemIndex);
	},

	async begin(run, itemIndex) {
		const send = await prepare(run, itemIndex);
		return await send();
	},

	// Only a wait that watches a change can verify it, and take it back when it fails.
	isSeenThrough: true,

	isTooEarly: isChangeOpen,

	next: takeBack,

	resultFields({ ending: { entity: endpoint }, memo }) {
		if (!endpoint) return {};
		return {
			endpoint: memo.simplified
				? { ...simplifyEndpoint(endpoint) }
				: fieldsWithoutSecrets(endpoint),
		};
	},

	finish: verifiedResult,

	finishIdle: verifiedResult,

	foundBefore: deployedBefore,

	explain: explainDeployment,
};

/** @throws InputError when the endpoint does not show what it was to be set to, or was set back. */
async function verifiedResult({ client }: Run, idle: { memo: DeploymentMemo }): Promise<Added> {
	const { memo } = idle;
	const wanted = wantedModel(memo);
	const { endpoint, verified } = await verifiedEndpoint(client, memo.endpointId, wanted);
	if (!verified) throw notVerified(memo, endpoint);
	if (memo.failedBecause !== null) throw rolledBack(memo);
	const twin = await removeIfEnded(client, memo.twin);
	const done = { ...memo, twin };
	return {
		json: { endpoint: deploymentResult(endpoint, done), summary: deploymentSummary(done) },
	};
}

async function prepare(run: Run, itemIndex: number): Promise<Prepared> {
	// Read before anything is sent: an expression that fails later would hide the change.
	const options = readDeploymentOptions(run.context, itemIndex);
	return await PREPARATIONS[options.operation](run, itemIndex, options);
}

/** Deploys the models of all items, waits for all endpoints together, and gives back every item with its endpoint. */
export async function execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
	return await runWaiting(this, deployModel, DEFAULT_GIVE_UP_DAYS);
}
