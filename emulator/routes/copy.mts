import { randomUUID } from 'node:crypto';
import { invalidRequest } from '../http/apiError.mts';
import { contextOf } from '../http/context.mts';
import { tellRetryAfter } from '../http/retryAfter.mts';
import { authorizeCopy, copy } from '../schemas/model.mts';
import { idParams } from '../schemas/query.mts';
import { newRecord } from '../store/newRecord.mts';
import { statusOf } from '../time/job.mts';
import { isoSeconds } from '../time/quarter.mts';
import { operationView } from '../views/operation.mts';
import { entityIn } from './entityIn.mts';

const AUTHORIZATION_HOURS = 24;
const TARGET =
	'/subscriptions/emulator/resourceGroups/emulator/providers/Microsoft.CognitiveServices/accounts';

/**
 * Copying a model. This emulator is source and target at once, so the copy appears beside the original. A copy has no
 * datasets, features or project, as real ones of v3.2.
 */
function addCopy(
	app: import('fastify').FastifyInstance,
	service: import('../service.mts').Service,
	query: ReturnType<typeof import('../schemas/query.mts').querySchemas>,
) {
	app.post(
		'/models::authorizecopy',
		{ schema: { querystring: query.plain, body: authorizeCopy } },
		async (request) => {
			const ctx = contextOf(service, request);
			const { sourceResourceId } = request.body as { sourceResourceId: string };
			if (!/^\/subscriptions\/.+\/accounts\/[^/]+$/i.test(sourceResourceId)) {
				throw invalidRequest(
					'InvalidSourceAzureResourceId',
					"'sourceResourceId' is no resource id.",
					'sourceResourceId',
				);
			}
			return {
				targetResourceRegion: 'emulator',
				targetResourceId: `${TARGET}/emulator`,
				targetResourceEndpoint: ctx.origin,
				sourceResourceId,
				expirationDateTime: isoSeconds(ctx.now + AUTHORIZATION_HOURS * 3_600_000),
				id: randomUUID(),
			};
		},
	);

	app.post(
		'/models/:id(^[^:/]*)::copy',
		{ schema: { params: idParams, querystring: query.plain, body: copy } },
		async (request, reply) => {
			const ctx = contextOf(service, request);
			const record = entityIn(ctx, 'models', request);
			const { expirationDateTime } = request.body as { expirationDateTime: string };
			if (Date.parse(expirationDateTime) <= ctx.now) {
				throw invalidRequest('ModelCopyAuthorizationExpired', 'The authorization has expired.');
			}
			if (statusOf(record, ctx.now) !== 'Succeeded') {
				throw invalidRequest('InvalidModel', 'The model is not ready.');
			}
			const operation = startCopy(ctx, record);
			const entity = operationView(operation, ctx);
			tellRetryAfter(service, reply, [entity]);
			return reply.code(202).header('operation-location', entity.self).send(entity);
		},
	);

	app.get(
		'/operations/models/copy/:id',
		{ schema: { params: idParams, querystring: query.plain } },
		async (request, reply) => {
			const ctx = contextOf(service, request);
			const entity = operationView(entityIn(ctx, 'operations', request), ctx);
			tellRetryAfter(service, reply, [entity]);
			return entity;
		},
	);
}

function startCopy(
	ctx: import('../types.mts').ViewContext,
	model: import('../types.mts').EntityRecord,
) {
	const { service } = ctx;
	const operation = newRecord(ctx.now, { fields: { displayName: model.fields.displayName } });
	operation.job = service.plan('operations', operation, 'copy', ctx.now);
	const twin = newRecord(ctx.now, {
		fields: structuredClone(model.fields),
		refs: model.refs.baseModel ? { baseModel: structuredClone(model.refs.baseModel) } : {},
		properties: { ...structuredClone(model.properties), features: null },
		// The copy lives and fails with its operation.
		job: structuredClone(operation.job),
	});
	operation.inner.copyId = twin.id;
	service.store.add('operations', operation);
	service.store.add('models', twin);
	service.changed();
	return operation;
}

export { addCopy };
