import type { EndpointProperties, EntityReference } from '../../../contract/types.d.ts';
import type { EndpointRecord } from '../../domain/records.mts';
import { shownRecord } from '../../domain/rules/lateChange.mts';
import { statusOf } from '../../domain/time/job.mts';
import type { ViewContext } from '../context.mts';
import { failure, overlay, progress, projectReference } from './entityParts.mts';
import { reference, selfUrl } from './urls.mts';

/**
 * An endpoint as the API shows it. That an expired model is no longer used is nowhere to be seen, as in the service.
 */
export function endpointView(endpoint: EndpointRecord, ctx: ViewContext) {
	const record = shownRecord(endpoint, ctx.now);
	const computed: EndpointProperties = { loggingEnabled: false, ...failure(record, ctx) };
	return {
		self: selfUrl(ctx, { collection: 'endpoints', id: record.id }),
		links: {
			webSocket: `wss://emulator.stt.speech.microsoft.com/stt/speech/universal/v2?cid=${record.id}`,
		},
		properties: overlay(computed, record, ctx),
		...record.fields,
		...projectReference(record, ctx),
		...modelReference(record, ctx),
		...progress(record, ctx),
	};
}

/**
 * The model of an endpoint; after a change that failed the one from before, when the quirk wants it shown.
 */
function modelReference(record: EndpointRecord, ctx: ViewContext): { model?: EntityReference } {
	const failed = statusOf(record, ctx.now) === 'Failed';
	const takenBack = failed && ctx.service.quirks.failedUpdateModel === 'old';
	const shown = (takenBack ? record.previousModel : undefined) ?? record.refs.model;
	return shown ? { model: reference(ctx, shown) } : {};
}
