import type { Endpoint } from '../../shared/speech/entities';
import { ServiceError } from '../../shared/api/serviceError';
import { failureText } from '../../shared/speech/simplify';
import { jobState } from '../../shared/speech/status';
import type { Begun, EndedItem, Run } from '../../shared/waiting/waitingNode';
import type { DeploymentMemo } from './deploymentMemo';
import { rollBackFailed } from '../result/explainDeployment';
import { isSetTo } from '../../shared/speech/servedModel';
import { failureMark } from './shownChange';
import { switchModel } from './switchModel';

/**
 * Sets an endpoint whose change has failed back to the model it served before; null when there is nothing to take back.
 * Does no harm when it runs twice.
 *
 * @throws InputError that says what the endpoint is set to, when taking it back fails at once.
 */
export async function takeBack(
	{ client }: Run,
	{ ending, job, memo }: EndedItem<DeploymentMemo, Endpoint>,
): Promise<Begun<DeploymentMemo> | null> {
	const { previous, endpointId, rollBackOnFailure, failedBecause } = memo;
	const hasFailed = ending.outcome === 'failed' && !ending.gone;
	if (!hasFailed || !rollBackOnFailure || previous === null || failedBecause !== null) return null;
	const reason = ending.entity ? failureText(ending.entity) : 'the service gave no reason';
	const failed = { ...memo, failedBecause: reason };
	try {
		const { body: endpoint } = await client.read<Endpoint>('endpoints', endpointId);
		// An earlier try may have sent it; but one that names the old model and has failed still has to be fixed.
		const isSent = isSetTo(endpoint, previous) && jobState(endpoint.status) !== 'failed';
		if (!isSent) await switchModel(client, endpointId, previous);
		const failureBefore = ending.entity && failureMark(ending.entity);
		return { job, memo: { ...failed, begunAt: Date.now(), failureBefore } };
	} catch (thrown) {
		throw couldNotTakeBack(failed, thrown, ending.entity);
	}
}

function couldNotTakeBack(memo: DeploymentMemo, thrown: unknown, endpoint: Endpoint | null) {
	const { message, advice } =
		thrown instanceof ServiceError ? thrown.facts : { message: String(thrown), advice: '' };
	return rollBackFailed(memo, message, advice, endpoint);
}
