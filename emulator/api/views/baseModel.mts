import type { BaseModelDeprecationDates, BaseModelProperties } from '../../../contract/types.d.ts';
import type { BaseModelRecord } from '../../domain/records.mts';
import { usualDeprecation } from '../../domain/rules/deprecation.mts';
import { baseFeatures } from '../../domain/rules/features.mts';
import type { ViewContext } from '../context.mts';
import { isoSeconds } from '../dates.mts';
import { overlay, progress } from './entityParts.mts';
import { apiUrl, selfUrl } from './urls.mts';

/** Training from a base model of this day or a later one is billed; source: Microsoft Learn, "Train a custom speech model". */
const CHARGED_SINCE = Date.parse('2023-10-01T00:00:00Z');

/**
 * A base model as the API shows it.
 */
export function baseModelView(record: BaseModelRecord, ctx: ViewContext) {
	const computed = {
		deprecationDates: datesOf(record),
		features: baseFeatures(record) ?? undefined,
		chargeForAdaptation: record.createdAt >= CHARGED_SINCE,
	} satisfies BaseModelProperties;
	return {
		self: selfUrl(ctx, { collection: 'baseModels', id: record.id }),
		links: { manifest: apiUrl(ctx, `/models/base/${record.id}/manifest`) },
		properties: overlay(computed, record, ctx),
		...record.fields,
		...progress(record, ctx),
	};
}

function datesOf(record: BaseModelRecord): Required<BaseModelDeprecationDates> {
	const { adaptation, recognition } = usualDeprecation(record);
	return {
		adaptationDateTime: isoSeconds(adaptation),
		transcriptionDateTime: isoSeconds(recognition),
	};
}
