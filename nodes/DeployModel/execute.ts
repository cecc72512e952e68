import type { IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';

import type { Endpoint } from '../shared/speech/entities';
import { InputError } from '../shared/speech/inputError';
import { simplifyEndpoint, untouched } from '../shared/speech/simplify';
import { runWaiting } from '../shared/waiting/runWaiting';
import type { WaitingNode } from '../shared/waiting/waitingNode';
import { beginCreate } from './beginCreate';
import { beginRollBack } from './beginRollBack';
import { beginUpdate } from './beginUpdate';
import { fromStored, type Operation } from './deploymentMemo';
import { deploymentResult, deploymentSummary } from './deploymentResult';
import { explainDeployment, rollBackFailed, rolledBack, standingOf } from './explainDeployment';
import { DEFAULT_GIVE_UP_DAYS } from './defaults';
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

	next: takeBack,

	gained({ ending, memo }) {
		if (!ending?.entity) return {};
		const endpoint = ending.entity as Endpoint;
		const { simplified } = fromStored(memo);
		return { endpoint: simplified ? { ...simplifyEndpoint(endpoint) } : untouched(endpoint) };
	},

	async finish({ client }, ended) {
		const memo = fromStored(ended.memo);
		const isTakenBack = memo.failedBecause !== null;
		const wanted = isTakenBack ? memo.previous! : memo.model;
		const { endpoint, verified } = await verifiedEndpoint(client, memo.endpointId, wanted);
		if (isTakenBack) {
			if (verified) throw rolledBack(memo);
			throw rollBackFailed(memo, 'the change back had no effect', '', endpoint);
		}
		if (!verified) {
			throw new InputError(
				`The change had no effect. ${standingOf(memo, endpoint)}`,
				'Look at the endpoint in Speech Studio, and deploy again.',
			);
		}
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
