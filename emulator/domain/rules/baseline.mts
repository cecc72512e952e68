import type { BaseModelRecord } from '../records.mts';
import { invalid } from '../refusal.mts';
import type { Moment } from '../service.mts';
import { statusOf } from '../time/job.mts';
import { baseDeprecation } from './deprecation.mts';
import { lacksEndpoints } from './features.mts';
import { sameLocale } from './sameLocale.mts';

/**
 * Refuses a base model a training cannot start from.
 */
export function checkBase({ now }: Moment, base: BaseModelRecord, locale: string) {
	sameLocale(locale, base, 'baseModel');
	const { adaptation } = baseDeprecation(base, now);
	if (adaptation === undefined) {
		throw invalid('InvalidBaseModel', 'The base model does not support adaptation.', 'baseModel');
	}
	if (adaptation <= now) {
		throw invalid(
			'ModelDeprecated',
			'The base model is deprecated and can no longer be used for adaptation.',
			'baseModel',
		);
	}
	if (statusOf(base, now) !== 'Succeeded') {
		throw invalid('InvalidBaseModel', 'The base model is not ready.', 'baseModel');
	}
}

/**
 * The base model of a training that names none: the newest trainable one of the locale that can be used in an endpoint
 * (which one the service takes as its default is not published).
 */
export function defaultBase({ service, now }: Moment, locale: string): BaseModelRecord {
	const newest = service.store
		.all('baseModels')
		.filter(({ fields }) => fields.locale === locale)
		.filter((base) => statusOf(base, now) === 'Succeeded')
		.filter((base) => !lacksEndpoints(base))
		.filter((base) => (baseDeprecation(base, now).adaptation ?? 0) > now)
		.sort((one, other) => other.createdAt - one.createdAt)
		.at(0);
	if (newest) return newest;
	throw invalid('InvalidBaseModel', `No base model of '${locale}' can be adapted.`, 'baseModel');
}
