import type { IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';

import type { Endpoint } from '../shared/speech/entities';
import { simplifyEndpoint, untouched } from '../shared/speech/simplify';
import { runWaiting } from '../shared/waiting/runWaiting';
import type { WaitingNode } from '../shared/waiting/waitingNode';
import { beginCreate } from './beginCreate';
import { beginRollBack } from './beginRollBack';
import { beginUpdate } from './beginUpdate';
import { fromStored, wantedModel, type Operation } from './deploymentMemo';
import { deploymentResult, deploymentSummary } from './deploymentResult';
import { explainDeployment, notVerified, rolledBack } from './explainDeployment';
import { DEFAULT_GIVE_UP_DAYS } from './defaults';
import { isChangeOpen } from './isChangeOpen';
import { readOptions } from './readOptions';
import { takeBack } from './takeBack';
import { verifiedEndpoint } from './verifiedEndpoint';

const BEGINNINGS: Record<Operation, typeof beginUpdate> = {
	create: beginCreate,
	rollBack: beginRollBack,
	update: beginUpdate,
};

const deployModel: WaitingNode = {
	async begin(run, itemIndex) {
		// Read before anything is sent: an expression that fails later would hide the change.
		const options = readOptions(run.context, itemIndex);
		return await BEGINNINGS[options.operation](run, itemIndex, options);
	},

	isTooEarly: isChangeOpen,

	next: takeBack,

	gained({ ending, memo }) {
		if (!ending?.entity) return {};
		const endpoint = ending.entity as Endpoint;
		const { simplified } = fromStored(memo);
		return { endpoint: simplified ? { ...simplifyEndpoint(endpoint) } : untouched(endpoint) };
	},

	async finish({ client }, ended) {
		const memo = fromStored(ended.memo);
		const wanted = wantedModel(memo);
		const { endpoint, verified } = await verifiedEndpoint(client, memo.endpointId, wanted);
		if (!verified) throw notVerified(memo, endpoint);
		if (memo.failedBecause !== null) throw rolledBack(memo);
		return {
			json: { endpoint: deploymentResult(endpoint, memo), summary: deploymentSummary(memo) },
		};
	},

	explain: explainDeployment,
};

/** Deploys the models of all items, waits for all endpoints together, and gives back every item with its endpoint. */
export async function execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
	return await runWaiting(this, deployModel, DEFAULT_GIVE_UP_DAYS);
}
