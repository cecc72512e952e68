import { cancelSignal, throwIfCancelled } from '../../shared/api/cancel';
import type { Endpoint } from '../../shared/speech/entities';
import type { EndedItem, Run } from '../../shared/waiting/waitingNode';
import { wantedModel, type DeploymentMemo } from './deploymentMemo';
import { isUnderWay, isYetToShow } from './shownChange';

/**
 * Whether the change of an endpoint that a look found at rest is still to come, or goes on after all.
 *
 * @throws when the execution is cancelled.
 */
export async function isChangeOpen(
	{ context, client }: Run,
	{ ending, memo }: Pick<EndedItem<DeploymentMemo, Endpoint>, 'ending' | 'memo'>,
	seen: Endpoint,
): Promise<boolean> {
	if (isYetToShow(seen, memo, Date.now())) return true;
	if (ending.outcome !== 'succeeded') return false;
	try {
		const { body: endpoint } = await client.read<Endpoint>('endpoints', memo.endpointId);
		return isUnderWay(endpoint, wantedModel(memo));
	} catch {
		// The verification at the end meets the same fault, and tells it.
		throwIfCancelled(cancelSignal(context));
		return false;
	}
}
