import { shownRecord } from '../rules/lateChange.mts';
import { statusOf } from '../time/job.mts';
import { failure, overlay, progress, references } from './entityParts.mts';
import { reference, selfUrl } from './urls.mts';

/**
 * An endpoint as the API shows it. That an expired model is no longer used is nowhere to be seen, as in the service.
 */
function endpointView(
	record: import('../types.mts').EntityRecord,
	ctx: import('../types.mts').ViewContext,
) {
	return viewOf(shownRecord(record, ctx), ctx);
}

function viewOf(
	record: import('../types.mts').EntityRecord,
	ctx: import('../types.mts').ViewContext,
) {
	return {
		self: selfUrl(ctx, { collection: 'endpoints', id: record.id }),
		links: {
			webSocket: `wss://emulator.stt.speech.microsoft.com/stt/speech/universal/v2?cid=${record.id}`,
		},
		properties: overlay({ loggingEnabled: false, ...failure(record, ctx) }, record, ctx),
		...record.fields,
		...references(record, ctx),
		...takenBack(record, ctx),
		...progress(record, ctx),
	};
}

/**
 * The model from before a change that failed, when the quirk wants it shown.
 */
function takenBack(
	record: import('../types.mts').EntityRecord,
	ctx: import('../types.mts').ViewContext,
) {
	const before = record.inner.previousModel;
	const failed = statusOf(record, ctx.now) === 'Failed';
	const shown = before && failed && ctx.service.quirks.failedUpdateModel === 'old';
	return shown ? { model: reference(ctx, before) } : {};
}

export { endpointView };
