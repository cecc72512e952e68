import type {
	ModelCopyAuthorization,
	ModelCopyAuthorizationDefinition,
} from '../../../contract/types.d.ts';
import { invalid } from '../../domain/refusal.mts';
import { authorizeCopy, expired } from '../../domain/rules/copyAuthorizations.mts';
import { planCopy } from '../../domain/rules/copying.mts';
import { statusOf } from '../../domain/time/job.mts';
import { handOver } from '../copies.mts';
import { isoSeconds } from '../dates.mts';
import { tellRetryAfter } from '../http/retryAfter.mts';
import { contextOf, entityIn } from '../requestContext.mts';
import * as schemas from '../schemas/model.mts';
import { idParams } from '../schemas/query.mts';
import { operationView } from '../views/operation.mts';
import type { Api } from './api.mts';

const ACCOUNTS =
	'/subscriptions/emulator/resourceGroups/emulator/providers/Microsoft.CognitiveServices/accounts';

interface OneEntity {
	Params: { id: string };
}

/**
 * Copying a model: from this emulator, and to it.
 */
export function addCopy(api: Api) {
	addAuthorization(api);
	addCopying(api);
	addOperation(api);
}

function addAuthorization({ app, host, query }: Api) {
	const schema = { querystring: query.plain, body: schemas.authorizeCopy };
	app.post<{ Body: ModelCopyAuthorizationDefinition }>(
		'/models::authorizecopy',
		{ schema },
		(request): ModelCopyAuthorization => {
			const ctx = contextOf(host, request);
			const { sourceResourceId } = request.body;
			if (!/^\/subscriptions\/.+\/accounts\/[^/]+$/i.test(sourceResourceId)) {
				throw invalid(
					'InvalidSourceAzureResourceId',
					"'sourceResourceId' is no resource id.",
					'sourceResourceId',
				);
			}
			const { id, expiresAt } = authorizeCopy(ctx, sourceResourceId);
			host.changed();
			return {
				targetResourceRegion: 'emulator',
				targetResourceId: `${ACCOUNTS}/emulator-${new URL(ctx.origin).port}`,
				targetResourceEndpoint: ctx.origin,
				sourceResourceId,
				expirationDateTime: isoSeconds(expiresAt),
				id,
			};
		},
	);
}

function addCopying({ app, host, query }: Api) {
	const schema = { params: idParams, querystring: query.plain, body: schemas.copy };
	app.post<OneEntity & { Body: ModelCopyAuthorization }>(
		'/models/:id(^[^:/]*)::copy',
		{ schema },
		async (request, reply) => {
			const ctx = contextOf(host, request);
			const model = entityIn(ctx, 'models', request);
			if (Date.parse(request.body.expirationDateTime) <= ctx.now) throw expired();
			if (statusOf(model, ctx.now) !== 'Succeeded') {
				throw invalid('InvalidModel', 'The model is not ready.');
			}
			const { operation, sent } = planCopy(ctx, model);
			operation.copyUrl = await handOver(ctx, request.body, sent);
			host.service.store.add('operations', operation);
			host.changed();
			const entity = operationView(operation, ctx);
			tellRetryAfter(host, reply, [entity.status]);
			return reply.code(202).header('operation-location', entity.self).send(entity);
		},
	);
}

function addOperation({ app, host, query }: Api) {
	const schema = { params: idParams, querystring: query.plain };
	app.get<OneEntity>('/operations/models/copy/:id', { schema }, (request, reply) => {
		const ctx = contextOf(host, request);
		const entity = operationView(entityIn(ctx, 'operations', request), ctx);
		tellRetryAfter(host, reply, [entity.status]);
		return entity;
	});
}
