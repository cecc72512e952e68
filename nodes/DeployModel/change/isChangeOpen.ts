import { cancelSignal, throwIfCancelled } from '../../shared/api/cancel';
import type { Endpoint } from '../../shared/speech/entities';
import type { Ended, Run } from '../../shared/waiting/waitingNode';
import { fromStored, wantedModel } from './deploymentMemo';
import { isUnderWay, isYetToShow } from './shownChange';

/**
 * Whether the change of an endpoint that a look found at rest is still to come, or goes on after all.
 *
 * @throws when the execution is cancelled.
 */
export async function isChangeOpen(
	{ context, client }: Run,
	{ ending, memo: stored }: Ended,
): Promise<boolean> {
	const memo = fromStored(stored);
	if (isYetToShow(ending!.entity as Endpoint, memo, Date.now())) return true;
	if (ending!.outcome !== 'succeeded') return false;
	try {
		const { body: endpoint } = await client.read<Endpoint>('endpoints', memo.endpointId);
		return isUnderWay(endpoint, wantedModel(memo));
	} catch {
		// The verification at the end meets the same fault, and tells it.
		throwIfCancelled(cancelSignal(context));
		return false;
	}
}
