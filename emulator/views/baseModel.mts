import { yearsAfterQuarter } from '../time/quarter.mts';
import { overlay, progress } from './entityParts.mts';
import { baseFeatures } from './features.mts';
import { apiUrl, selfUrl } from './urls.mts';

/** Training from a base model of this day or a later one is billed; source: Microsoft Learn, "Train a custom speech model". */
const CHARGED_SINCE = Date.parse('2023-10-01T00:00:00Z');

/**
 * A base model as the API shows it.
 */
function baseModelView(
	record: import('../types.mts').EntityRecord,
	ctx: import('../types.mts').ViewContext,
) {
	const computed = {
		deprecationDates: {
			adaptationDateTime: yearsAfterQuarter(record.createdAt, 1),
			transcriptionDateTime: yearsAfterQuarter(record.createdAt, 2),
		},
		features: baseFeatures(record),
		chargeForAdaptation: record.createdAt >= CHARGED_SINCE,
	};
	return {
		self: selfUrl(ctx, { collection: 'baseModels', id: record.id }),
		links: { manifest: apiUrl(ctx, `/models/base/${record.id}/manifest`) },
		properties: overlay(computed, record, ctx),
		...record.fields,
		...progress(record, ctx),
	};
}

export { baseModelView };
