import type { CustomModelProperties } from '../../../contract/types.d.ts';
import type { Link, ModelRecord } from '../../domain/records.mts';
import { usualEnd } from '../../domain/rules/deprecation.mts';
import { modelFeatures } from '../../domain/rules/features.mts';
import type { ViewContext } from '../context.mts';
import { isoSeconds } from '../dates.mts';
import { failure, overlay, progress, projectReference } from './entityParts.mts';
import { apiUrl, reference, selfUrl } from './urls.mts';

/**
 * A custom model as the API shows it. Its dates and features are known from the moment training runs; a copied model
 * tells no features.
 */
export function modelView(record: ModelRecord, ctx: ViewContext) {
	const path = `/models/${record.id}`;
	const { baseModel, datasets } = record.refs;
	return {
		self: selfUrl(ctx, { collection: 'models', id: record.id }),
		links: {
			manifest: apiUrl(ctx, `${path}/manifest`),
			copy: apiUrl(ctx, `${path}:copy`),
			files: apiUrl(ctx, `${path}/files`),
		},
		properties: overlay(propertiesOf(record, ctx), record, ctx),
		...record.fields,
		...projectReference(record, ctx),
		...(baseModel && { baseModel: reference(ctx, asNamed(baseModel, ctx)) }),
		...(datasets && { datasets: datasets.map((one) => reference(ctx, one)) }),
		...progress(record, ctx),
	};
}

function propertiesOf(record: ModelRecord, ctx: ViewContext): CustomModelProperties {
	const end = usualEnd(record, ctx.now);
	const known = end !== undefined && {
		deprecationDates: { transcriptionDateTime: isoSeconds(end) },
		features: modelFeatures(record, ctx) ?? undefined,
	};
	return { ...known, ...failure(record, ctx) };
}

/**
 * The base of a custom model as references name it: in the way the quirk wants.
 */
function asNamed(link: Link, { service }: ViewContext): Link {
	return service.quirks.baseReference === 'plain' ? { ...link, collection: 'models' } : link;
}
