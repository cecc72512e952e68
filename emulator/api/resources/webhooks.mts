import type { WebHook, WebHookEvents, WebHookUpdate } from '../../../contract/types.d.ts';
import type { WebhookRecord } from '../../domain/records.mts';
import { invalid } from '../../domain/refusal.mts';
import { patchFields } from '../../domain/rules/patch.mts';
import { newRecord } from '../../domain/store/newRecord.mts';
import { pick } from '../pick.mts';
import type { RequestContext } from '../requestContext.mts';
import * as schemas from '../schemas/webhook.mts';
import { views } from '../views/views.mts';
import type { Patch, Resource } from './resource.mts';

const FIELDS = ['displayName', 'description', 'webUrl', 'events', 'customProperties'] as const;

export const webhooks: Resource<'webhooks'> = {
	collection: 'webhooks',
	path: '/webhooks',
	view: views.webhooks,
	tellsRetryAfter: true,
	create: { schema: schemas.create, make },
	update: { schema: schemas.update, apply },
};

/** What the quirk takes: whether the service has a limit is published nowhere. */
const TEN = 10;

function make({ host, now, version, service }: RequestContext, body: WebHook): WebhookRecord {
	if (service.quirks.mostWebhooks === 'ten' && service.store.size('webhooks') >= TEN) {
		throw invalid('QuotaViolation', `The resource has ${TEN} web hooks already.`);
	}
	const hook: WebhookRecord = newRecord(now, {
		fields: pick(body, FIELDS),
		properties: {},
		secret: body.properties?.secret,
		apiVersion: version,
		status: 'NotStarted',
	});
	host.hooks.challenge(hook);
	return hook;
}

function apply(ctx: RequestContext, hook: WebhookRecord, body: Patch<WebHookUpdate>) {
	const { webUrl, events } = body;
	// One that is disabled is enabled by its address alone, even the same.
	const moved = webUrl !== undefined && (webUrl !== hook.fields.webUrl || hook.status === 'Failed');
	patchFields(ctx, hook, body, {
		webUrl,
		events: events && changedEvents(ctx, hook, events),
	});
	// The trap of the contract: an update without a secret, or an empty one, turns signatures off.
	hook.secret = body.properties?.secret || undefined;
	if (!moved) return;
	hook.status = 'NotStarted';
	delete hook.properties.error;
	ctx.host.hooks.challenge(hook);
}

function changedEvents({ service }: RequestContext, hook: WebhookRecord, events: WebHookEvents) {
	return service.quirks.mapsOnPatch === 'merge' ? { ...hook.fields.events, ...events } : events;
}
