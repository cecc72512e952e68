import { overlay, progress } from './entityParts.mts';
import { apiUrl, selfUrl } from './urls.mts';

/**
 * A web hook as the API shows it, its secret in clear as the official examples do.
 */
function webhookView(
	record: import('../types.mts').EntityRecord,
	ctx: import('../types.mts').ViewContext,
) {
	return {
		self: selfUrl(ctx, { collection: 'webhooks', id: record.id }),
		links: {
			ping: apiUrl(ctx, `/webhooks/${record.id}:ping`),
			test: apiUrl(ctx, `/webhooks/${record.id}:test`),
		},
		properties: overlay({ apiVersion: record.inner.apiVersion ?? ctx.version }, record, ctx),
		...record.fields,
		...progress(record, ctx),
	};
}

export { webhookView };
