import type { DatasetLinks, DatasetProperties } from '../../../contract/types.d.ts';
import { isAudio } from '../../domain/locales.mts';
import type { DatasetRecord } from '../../domain/records.mts';
import { statusOf } from '../../domain/time/job.mts';
import type { ViewContext } from '../context.mts';
import { failure, overlay, progress, projectReference } from './entityParts.mts';
import { apiUrl, selfUrl } from './urls.mts';

const AN_HOUR_MS = 3_600_000;

/**
 * A dataset as the API shows it.
 */
export function datasetView(record: DatasetRecord, ctx: ViewContext) {
	return {
		self: selfUrl(ctx, { collection: 'datasets', id: record.id }),
		links: linksOf(record, ctx),
		properties: overlay(propertiesOf(record, ctx), record, ctx),
		...record.fields,
		...projectReference(record, ctx),
		...progress(record, ctx),
	};
}

function linksOf({ id, blocks }: DatasetRecord, ctx: ViewContext): DatasetLinks {
	const path = `/datasets/${id}`;
	const files = apiUrl(ctx, `${path}/files`);
	if (!blocks) return { files };
	return {
		files,
		commitBlocks: apiUrl(ctx, `${path}/blocks:commit`),
		listBlocks: apiUrl(ctx, `${path}/blocks`),
		uploadBlocks: apiUrl(ctx, `${path}/blocks`),
	};
}

function propertiesOf(record: DatasetRecord, ctx: ViewContext) {
	const told = figuresOf(record, ctx);
	return {
		textNormalizationKind: 'Default',
		acceptedLineCount: told.accepted,
		rejectedLineCount: told.rejected,
		durationMilliseconds: told.durationMilliseconds,
		...failure(record, ctx),
	} satisfies DatasetProperties;
}

/**
 * What is told of the content, nothing before the end. Content nobody read has made-up figures.
 */
function figuresOf(record: DatasetRecord, { now }: ViewContext) {
	const audio = isAudio(record.fields.kind);
	const unread = { accepted: 100, rejected: 0, durationMilliseconds: audio ? AN_HOUR_MS : 0 };
	const nothing = { accepted: 0, rejected: 0, durationMilliseconds: 0 };
	switch (statusOf(record, now)) {
		case 'Succeeded':
			return record.content ?? unread;
		case 'Failed':
			return record.content ?? nothing;
		default:
			return nothing;
	}
}
