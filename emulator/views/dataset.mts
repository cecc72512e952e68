import { statusOf } from '../time/job.mts';
import { failure, overlay, progress, references } from './entityParts.mts';
import { apiUrl, selfUrl } from './urls.mts';

/**
 * A dataset as the API shows it.
 */
function datasetView(
	record: import('../types.mts').EntityRecord,
	ctx: import('../types.mts').ViewContext,
) {
	const path = `/datasets/${record.id}`;
	const links = { files: apiUrl(ctx, `${path}/files`) };
	if (record.inner.byBlocks) {
		Object.assign(links, {
			commitBlocks: apiUrl(ctx, `${path}/blocks:commit`),
			listBlocks: apiUrl(ctx, `${path}/blocks`),
			uploadBlocks: apiUrl(ctx, `${path}/blocks`),
		});
	}
	return {
		self: selfUrl(ctx, { collection: 'datasets', id: record.id }),
		links,
		properties: overlay(counts(record, ctx), record, ctx),
		...record.fields,
		...references(record, ctx),
		...progress(record, ctx),
	};
}

/**
 * What is told of the content, nothing before the end. Content nobody read has made-up figures.
 */
function counts(
	record: import('../types.mts').EntityRecord,
	ctx: import('../types.mts').ViewContext,
) {
	const status = statusOf(record, ctx.now);
	const audio = ['Acoustic', 'AudioFiles'].includes(record.fields.kind);
	/** @type {import('../content/takeContent.mts').TakenContent | undefined} */
	const known: import('../content/takeContent.mts').TakenContent | undefined = record.inner.content;
	const unread = { accepted: 100, rejected: 0, durationMilliseconds: audio ? 3_600_000 : 0 };
	const nothing = { accepted: 0, rejected: 0, durationMilliseconds: 0 };
	const told =
		status === 'Succeeded' ? (known ?? unread) : status === 'Failed' ? (known ?? nothing) : nothing;
	return {
		textNormalizationKind: 'Default',
		acceptedLineCount: told.accepted,
		rejectedLineCount: told.rejected,
		durationMilliseconds: told.durationMilliseconds,
		...failure(record, ctx),
	};
}

export { datasetView };
