import type { Endpoint } from '../../shared/speech/entities';
import { InputError } from '../../shared/speech/inputError';
import { failureText } from '../../shared/speech/simplify';
import { asSentence, quoted } from '../../shared/speech/text';
import { EITHER_PORTAL, isInPortals, whereToLook } from '../../shared/speech/whereToLook';
import type { Failure } from '../../shared/waiting/case';
import { explainFailure } from '../../shared/waiting/explain';
import type { EndedItem } from '../../shared/waiting/waitingNode';
import { wantedModel, type DeploymentMemo } from '../change/deploymentMemo';
import { isSetTo, modelOfEndpoint, nameOfModel } from '../../shared/speech/servedModel';
import { isUnderWay } from '../change/shownChange';

/** `The deployment of model 'X' to endpoint 'Y' failed at Azure: reason.` */
export function changeFailed({ model, endpointName, failedBecause }: DeploymentMemo): string {
	return asSentence(
		`The deployment of model ${nameOfModel(model)} to endpoint ${quoted(endpointName)} failed in Azure: ${failedBecause ?? 'the service gave no reason'}`,
	);
}

/** What an endpoint is set to, as last seen. */
export function standingOf(memo: DeploymentMemo, endpoint: Endpoint | null): string {
	const name = `Endpoint ${quoted(memo.endpointName)} (ID ${memo.endpointId})`;
	const model = endpoint && modelOfEndpoint(endpoint);
	if (!endpoint || !model) return `${name} could not be read.`;
	const known = [memo.model, memo.previous].find((one) => one && isSetTo(endpoint, one));
	const served = known ? nameOfModel(known) : model.id;
	return `${name} is now set to model ${served}, with the status ${endpoint.status}.`;
}

/** The error for a change that failed and could not be taken back. */
export function rollBackFailed(
	memo: DeploymentMemo,
	reason: string,
	advice: string,
	endpoint: Endpoint | null,
): InputError {
	const { previous } = memo;
	const back = previous ? ` to model ${nameOfModel(previous)}` : '';
	return new InputError(
		`${changeFailed(memo)} ${asSentence(`Rolling back${back} also failed: ${reason}`)} ${standingOf(memo, endpoint)}`,
		`${advice} ${whereToLook(endpoint, memo.endpointId)} ${tryAgain(memo)}`.trim(),
	);
}

function tryAgain({ operation }: DeploymentMemo): string {
	return operation === 'rollBack'
		? 'To try again, run the workflow again.'
		: "To try again, run Deploy Model with 'Operation' set to Roll Back.";
}

/** The error for a change that cannot be verified: the endpoint does not show the model, or not yet. */
export function notVerified(memo: DeploymentMemo, endpoint: Endpoint): InputError {
	const isGoingOn = isUnderWay(endpoint, wantedModel(memo));
	if (memo.failedBecause !== null) {
		const reason = isGoingOn ? 'the rollback is not finished' : 'the rollback had no effect';
		return rollBackFailed(memo, reason, '', endpoint);
	}
	return isGoingOn
		? new InputError(
				`The change is not finished. ${standingOf(memo, endpoint)}`,
				'Run the workflow again: the node finds the change in progress and continues to wait.',
			)
		: new InputError(
				`The change had no effect. ${standingOf(memo, endpoint)}`,
				`${whereToLook(endpoint, memo.endpointId)} Deploy again.`,
			);
}

/** The error for a change that failed and was taken back. */
export function rolledBack(memo: DeploymentMemo): InputError {
	const { previous, endpointName } = memo;
	return new InputError(
		`${changeFailed(memo)} It was rolled back: endpoint ${quoted(endpointName)} is set to model ${previous ? nameOfModel(previous) : ''} again (verified).`,
		'Fix the cause, and deploy again.',
	);
}

/** Why a deployment did not succeed, and what the endpoint is set to. */
export function explainDeployment({
	ending,
	job,
	memo,
}: EndedItem<DeploymentMemo, Endpoint>): Failure {
	const { entity: endpoint } = ending;
	const usual = explainFailure(job, ending);
	if (memo.failedBecause !== null) {
		const reason = ending.outcome === 'failed' ? endReason(endpoint) : usual.message;
		return rollBackFailed(memo, reason, '', endpoint);
	}
	if (ending.outcome === 'timedOut') {
		return {
			message: `Endpoint ${quoted(memo.endpointName)} wasn't ready within the time set in 'Give Up After (Days)'.`,
			advice: `The change continues in Azure (ID ${memo.endpointId}); nothing was canceled or rolled back. To keep waiting, run the workflow again or raise 'Give Up After (Days)'.`,
		};
	}
	if (ending.outcome === 'failed' && !ending.gone) {
		return {
			message: changeFailed({ ...memo, failedBecause: endReason(endpoint) }),
			advice: `Nothing was rolled back. ${standingOf(memo, endpoint)} ${afterwards(memo, endpoint)}`,
		};
	}
	return usual;
}

function endReason(endpoint: Endpoint | null): string {
	return endpoint ? failureText(endpoint) : 'the service gave no reason';
}

function afterwards({ operation, endpointId }: DeploymentMemo, endpoint: Endpoint | null): string {
	if (operation === 'rollBack') {
		return "Run the workflow again, or choose another model in 'Earlier Model'.";
	}
	if (operation === 'update') {
		return "To go back to an earlier model, run Deploy Model with 'Operation' set to Roll Back.";
	}
	return isInPortals(endpoint)
		? `Delete it in ${EITHER_PORTAL} before you create it again.`
		: `${whereToLook(endpoint, endpointId)} Delete it with the REST API before you create it again.`;
}
