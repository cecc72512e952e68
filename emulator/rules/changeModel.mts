import { endedJob } from '../time/job.mts';
import { servingModel } from './expiry.mts';

/**
 * Gives an endpoint another model. It is a job, until whose success the old model serves; or, when the quirk wants it,
 * a change that is over at once while the old model goes on for as long as the job would have taken.
 */
function changeModel(
	{ service, now }: import('../types.mts').ViewContext,
	endpoint: import('../types.mts').EntityRecord,
	model: import('../types.mts').Link,
) {
	// A change that has not succeeded never served, so what served before it still does.
	endpoint.inner.previousModel = servingModel(endpoint, now);
	delete endpoint.inner.servesFrom;
	endpoint.refs.model = model;
	const job = service.plan('endpoints', endpoint, 'endpoint', now);
	endpoint.job = job;
	if (service.quirks.endpointChangeServed === 'afterJob') return;
	endpoint.job = endedJob(now, job.end);
	endpoint.inner.servesFrom = job.endsAt;
}

export { changeModel };
