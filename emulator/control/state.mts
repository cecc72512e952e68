import { isExpired, servedBy } from '../rules/expiry.mts';
import { statusOf } from '../time/job.mts';

/**
 * What the API does not tell: the clock, and which model each endpoint really answers with.
 */
function stateOfEmulator(service: import('../service.mts').Service) {
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
			const wanted = endpoint.refs.model as import('../types.mts').Link | undefined;
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

export { stateOfEmulator };
