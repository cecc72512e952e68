import type { Endpoint } from '../../shared/speech/entities';
import { jobState } from '../../shared/speech/status';
import { wantedModel, type DeploymentMemo } from './deploymentMemo';
import { isSetTo, modelOfEndpoint, type ServedModel } from '../../shared/speech/servedModel';

/** How late a service may be in showing a change it has accepted, in milliseconds. */
const SHOWN_WITHIN_MS = 60_000;

/** What tells the failure an endpoint shows from a later one; null when it shows none. */
export function failureMark(endpoint: Endpoint): string | null {
	if (jobState(endpoint.status) !== 'failed') return null;
	return `${modelOfEndpoint(endpoint)?.id} ${endpoint.lastActionDateTime}`;
}

/**
 * Whether an endpoint that has succeeded or failed rather shows how it was before its change:
 * nothing says that the first answers after a change show it.
 *
 * @param now Milliseconds since the epoch.
 */
export function isYetToShow(endpoint: Endpoint, memo: DeploymentMemo, now: number): boolean {
	const isRecent = now - memo.begunAt < SHOWN_WITHIN_MS;
	const mark = failureMark(endpoint);
	const isAsBefore =
		mark === null ? !isSetTo(endpoint, wantedModel(memo)) : mark === memo.failureBefore;
	return isRecent && isAsBefore;
}

/** Whether an endpoint is on its way to a model. */
export function isUnderWay(endpoint: Endpoint, model: ServedModel): boolean {
	return isSetTo(endpoint, model) && jobState(endpoint.status) === 'working';
}
