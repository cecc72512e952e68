'use strict';

const { endedJob } = require('../time/job.js');
const { servingModel } = require('./expiry.js');

/**
 * Gives an endpoint another model. It is a job, until whose success the old model serves; or, when the quirk wants it,
 * a change that is over at once while the old model goes on for as long as the job would have taken.
 * @param {import('../types.js').ViewContext} ctx
 * @param {import('../types.js').EntityRecord} endpoint
 * @param {import('../types.js').Link} model
 */
function changeModel({ service, now }, endpoint, model) {
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

module.exports = { changeModel };
