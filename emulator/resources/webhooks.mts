import { patchFields } from '../rules/patch.mts';
import { pick } from '../rules/pick.mts';
import * as schemas from '../schemas/webhook.mts';
import { newRecord } from '../store/newRecord.mts';
import { views } from '../views/views.mts';

const FIELDS = ['displayName', 'description', 'webUrl', 'events', 'customProperties'];

/** @type {import('../types.mts').Resource} */
const webhooks: import('../types.mts').Resource = {
	collection: 'webhooks',
	path: '/webhooks',
	view: views.webhooks,
	tellsRetryAfter: true,
	createSchema: schemas.create,
	updateSchema: schemas.update,

	create(ctx, body) {
		const record = newRecord(ctx.now, {
			fields: pick(body, FIELDS),
			properties: { ...body.properties },
			inner: { apiVersion: ctx.version },
			status: 'NotStarted',
		});
		ctx.service.hooks.challenge(record);
		return record;
	},

	update(ctx, record, body) {
		const moved = body.webUrl !== undefined && body.webUrl !== record.fields.webUrl;
		patchFields(ctx, record, body, FIELDS);
		// The trap of the contract: an update without a secret turns signatures off.
		if (body.properties?.secret) record.properties.secret = body.properties.secret;
		else delete record.properties.secret;
		if (moved) {
			record.status = 'NotStarted';
			delete record.properties.error;
			ctx.service.hooks.challenge(record);
		}
	},
};

export { webhooks };
