import type { WebHookProperties } from '../../../contract/types.d.ts';
import type { WebhookRecord } from '../../domain/records.mts';
import type { ViewContext } from '../context.mts';
import { overlay, progress } from './entityParts.mts';
import { apiUrl, selfUrl } from './urls.mts';

/**
 * A web hook as the API shows it, its secret in clear as the official examples do.
 */
export function webhookView(record: WebhookRecord, ctx: ViewContext) {
	const { id, apiVersion = ctx.version, secret } = record;
	const computed: WebHookProperties = { apiVersion, ...(secret === undefined ? {} : { secret }) };
	return {
		self: selfUrl(ctx, { collection: 'webhooks', id }),
		links: {
			ping: apiUrl(ctx, `/webhooks/${id}:ping`),
			test: apiUrl(ctx, `/webhooks/${id}:test`),
		},
		properties: overlay(computed, record, ctx),
		...record.fields,
		...progress(record, ctx),
	};
}
