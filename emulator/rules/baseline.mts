import { invalidRequest } from '../http/apiError.mts';
import { statusOf } from '../time/job.mts';
import { lacksEndpoints } from '../views/features.mts';
import { views } from '../views/views.mts';
import { resolve, sameLocale } from './references.mts';

export type ViewContext = import('../types.mts').ViewContext;

export type EntityRecord = import('../types.mts').EntityRecord;

/**
 * The base model a training starts from: the one named, or the newest trainable one of the locale that can be used in
 * an endpoint (which one the service takes as its default is not published).
 */
function baseFor(
	ctx: ViewContext,
	{ locale, baseModel }: { locale: string; baseModel?: { self: string } },
): EntityRecord {
	if (!baseModel) return defaultBase(ctx, locale);
	const { record } = resolve(ctx, baseModel, 'baseModel', ['baseModels']);
	sameLocale(locale, record, 'baseModel');
	const lastDay = adaptationEnd(record, ctx);
	if (lastDay === undefined) {
		throw invalidRequest(
			'InvalidBaseModel',
			'The base model does not support adaptation.',
			'baseModel',
		);
	}
	if (lastDay <= ctx.now) {
		throw invalidRequest(
			'ModelDeprecated',
			'The base model is deprecated and can no longer be used for adaptation.',
			'baseModel',
		);
	}
	if (statusOf(record, ctx.now) !== 'Succeeded') {
		throw invalidRequest('InvalidBaseModel', 'The base model is not ready.', 'baseModel');
	}
	return record;
}

function defaultBase(ctx: ViewContext, locale: string) {
	const [newest] = ctx.service.store
		.all('baseModels')
		.filter((record) => record.fields.locale === locale)
		.filter((record) => statusOf(record, ctx.now) === 'Succeeded')
		.filter((record) => !lacksEndpoints(record))
		.filter((record) => (adaptationEnd(record, ctx) ?? 0) > ctx.now)
		.sort((one, other) => other.createdAt - one.createdAt);
	if (newest) return newest;
	throw invalidRequest(
		'InvalidBaseModel',
		`No base model of '${locale}' can be adapted.`,
		'baseModel',
	);
}

function adaptationEnd(record: EntityRecord, ctx: ViewContext): number | undefined {
	const date = views.baseModels(record, ctx).properties.deprecationDates?.adaptationDateTime;
	return date === undefined || date === null ? undefined : Date.parse(date);
}

/**
 * Kinds of dataset a base model can be trained with.
 */
function supportedKinds(record: EntityRecord, ctx: ViewContext): string[] {
	return views.baseModels(record, ctx).properties.features?.supportsAdaptationsWith ?? [];
}

export { baseFor, supportedKinds };
