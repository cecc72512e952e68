import { randomUUID } from 'node:crypto';
import type {
	ModelCopyAuthorization,
	ModelCopyAuthorizationDefinition,
} from '../../../contract/types.d.ts';
import { invalid } from '../../domain/refusal.mts';
import { startCopy } from '../../domain/rules/copying.mts';
import { statusOf } from '../../domain/time/job.mts';
import { isoSeconds } from '../dates.mts';
import { tellRetryAfter } from '../http/retryAfter.mts';
import { contextOf, entityIn } from '../requestContext.mts';
import { authorizeCopy, copy } from '../schemas/model.mts';
import { idParams } from '../schemas/query.mts';
import { operationView } from '../views/operation.mts';
import type { Api } from './api.mts';

const AUTHORIZATION_HOURS = 24;
const TARGET =
	'/subscriptions/emulator/resourceGroups/emulator/providers/Microsoft.CognitiveServices/accounts';

interface OneEntity {
	Params: { id: string };
}

/**
 * Copying a model. This emulator is source and target at once.
 */
export function addCopy(api: Api) {
	addAuthorization(api);
	addCopying(api);
	addOperation(api);
}

function addAuthorization({ app, host, query }: Api) {
	const schema = { querystring: query.plain, body: authorizeCopy };
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
}

function addCopying({ app, host, query }: Api) {
	const schema = { params: idParams, querystring: query.plain, body: copy };
	app.post<OneEntity & { Body: ModelCopyAuthorization }>(
		'/models/:id(^[^:/]*)::copy',
		{ schema },
		(request, reply) => {
			const ctx = contextOf(host, request);
			const model = entityIn(ctx, 'models', request);
			if (Date.parse(request.body.expirationDateTime) <= ctx.now) {
				throw invalid('ModelCopyAuthorizationExpired', 'The authorization has expired.');
			}
			if (statusOf(model, ctx.now) !== 'Succeeded') {
				throw invalid('InvalidModel', 'The model is not ready.');
			}
			const operation = startCopy(ctx, model);
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
