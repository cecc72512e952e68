import { setRetryAfter } from '../http/retryAfter.mts';
import { contextOf, entityIn } from '../requestContext.mts';
import { idParams } from '../schemas/query.mts';
import type { Api } from './api.mts';

interface OneHook {
	Params: { id: string };
}

/**
 * Ping and test of a web hook.
 */
export function addWebhookActions({ app, host, query }: Api) {
	const schema = { params: idParams, querystring: query.plain };
	app.post<OneHook>('/webhooks/:id(^[^:/]*)::ping', { schema }, (request, reply) => {
		const hook = entityIn(contextOf(host, request), 'webhooks', request);
		if (hook.status === 'Succeeded') host.hooks.ping(hook);
		return setRetryAfter(host, reply).code(202).send();
	});
	app.post<OneHook>('/webhooks/:id(^[^:/]*)::test', { schema }, (request, reply) => {
		const hook = entityIn(contextOf(host, request), 'webhooks', request);
		const sent = hook.status === 'Succeeded' && host.hooks.test(hook);
		return sent ? setRetryAfter(host, reply).code(202).send() : reply.code(204).send();
	});
}
