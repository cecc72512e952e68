'use strict';

const { isExpired, servedBy } = require('../rules/expiry.js');
const { statusOf } = require('../time/job.js');

/**
 * What the API does not tell: the clock, and which model each endpoint really answers with.
 * @param {import('../service.js').Service} service
 */
function stateOfEmulator(service) {
	const ctx = service.context();
	return {
		now: new Date(ctx.now).toISOString(),
		speed: service.clock.speed,
		quirks: service.quirks,
		counts: Object.fromEntries(
			[...service.store.collections].map(([name, records]) => [name, records.size]),
		),
		endpoints: service.store.all('endpoints').map((endpoint) => {
			const { model, fallsBack } = servedBy(ctx, endpoint);
			const wanted = /** @type {import('../types.js').Link | undefined} */ (endpoint.refs.model);
			return {
				id: endpoint.id,
				displayName: endpoint.fields.displayName,
				status: statusOf(endpoint, ctx.now),
				model: wanted,
				modelExpired: wanted !== undefined && isExpired(ctx, wanted),
				servedBy: model,
				fallsBackToBaseModel: fallsBack,
			};
		}),
	};
}

module.exports = { stateOfEmulator };
