import { lacksEndpoints } from '../views/features.mts';
import { views } from '../views/views.mts';

export type ViewContext = import('../types.mts').ViewContext;

export type Link = import('../types.mts').Link;

/**
 * Whether recognition with a model has ended.
 */
function isExpired(ctx: ViewContext, link: Link) {
	const record = ctx.service.store.get(link.collection, link.id);
	if (!record) return false;
	const view = views[link.collection](record, ctx) as Record<string, any>;
	const date = view.properties?.deprecationDates?.transcriptionDateTime;
	return typeof date === 'string' && Date.parse(date) <= ctx.now;
}

/**
 * The model an endpoint has in service, expired or not: none before it ever succeeded, and the one before as long as
 * a change of model has not succeeded, or has not reached what serves.
 */
function servingModel(
	{ job, inner, refs }: import('../types.mts').EntityRecord,
	now: number,
): Link | undefined {
	const changing =
		job && (now < job.endsAt || job.end.status !== 'Succeeded' || now < inner.servesFrom);
	return changing ? inner.previousModel : (refs.model as Link | undefined);
}

/**
 * What an endpoint really answers with: its model, the one before while a change is under way, or,
 * once that has expired, the newest base model of the locale. The API never tells.
 */
function servedBy(ctx: ViewContext, endpoint: import('../types.mts').EntityRecord) {
	const wanted = servingModel(endpoint, ctx.now);
	if (!wanted) return { model: undefined, fallsBack: false };
	if (!isExpired(ctx, wanted)) return { model: wanted, fallsBack: false };
	const [newest] = ctx.service.store
		.all('baseModels')
		.filter((record) => record.fields.locale === endpoint.fields.locale && !lacksEndpoints(record))
		.sort((one, other) => other.createdAt - one.createdAt);
	return {
		model: newest && { collection: 'baseModels' as const, id: newest.id },
		fallsBack: true,
	};
}

export { isExpired, servedBy, servingModel };
