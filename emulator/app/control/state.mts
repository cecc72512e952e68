import { isExpired, servedBy } from '../../domain/rules/expiry.mts';
import type { Service } from '../../domain/service.mts';
import { COLLECTIONS } from '../../domain/store/store.mts';
import { statusOf } from '../../domain/time/job.mts';

/**
 * What the API does not tell: the clock, and which model each endpoint really answers with.
 */
export function stateOfEmulator(service: Service) {
	const { clock, quirks, store } = service;
	const moment = { service, now: clock.now() };
	return {
		now: new Date(moment.now).toISOString(),
		speed: clock.speed,
		quirks,
		counts: Object.fromEntries(COLLECTIONS.map((name) => [name, store.size(name)])),
		endpoints: store.all('endpoints').map((endpoint) => {
			const { model, fallsBack } = servedBy(moment, endpoint);
			const wanted = endpoint.refs.model;
			return {
				id: endpoint.id,
				displayName: endpoint.fields.displayName,
				status: statusOf(endpoint, moment.now),
				model: wanted,
				modelExpired: wanted !== undefined && isExpired(moment, wanted),
				servedBy: model,
				fallsBackToBaseModel: fallsBack,
			};
		}),
	};
}
