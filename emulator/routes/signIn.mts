import { randomUUID } from 'node:crypto';
import { same } from '../http/access.mts';

const SCOPE = 'https://cognitiveservices.azure.com/.default';

/**
 * A tiny stand-in for Entra ID: client credentials for a bearer token.
 */
function addSignIn(
	app: import('fastify').FastifyInstance,
	service: import('../service.mts').Service,
) {
	app.register(async (scope) => {
		scope.removeAllContentTypeParsers();
		scope.addContentTypeParser(
			'application/x-www-form-urlencoded',
			{ parseAs: 'string' },
			(_request, body, done) => done(null, Object.fromEntries(new URLSearchParams(String(body)))),
		);
		scope.post('/:tenant/oauth2/v2.0/token', async (request, reply) => {
			const form = {
				...basicCredentials(request.headers.authorization),
				...(request.body ?? ({} as Record<string, string>)),
			};
			const refusal = refusalOf(service, form);
			reply.header('cache-control', 'no-store');
			const answer = refusal
				? reply.code(refusal.status).send(entraError(refusal))
				: reply.send({
						token_type: 'Bearer',
						expires_in: service.options.oauth.tokenLifetimeSeconds,
						ext_expires_in: service.options.oauth.tokenLifetimeSeconds,
						access_token: service.tokens.issue(),
					});
			logSignIn(service, request, form, refusal?.status ?? 200);
			return answer;
		});
	});
}

/**
 * Entra takes the client's credentials in the header as well.
 */
function basicCredentials(header: string | undefined): Record<string, string> {
	const basic = /^Basic (.+)$/i.exec(header ?? '');
	if (!basic) return {};
	const [id, secret] = Buffer.from(basic[1], 'base64').toString().split(':');
	return { client_id: decodeURIComponent(id), client_secret: decodeURIComponent(secret ?? '') };
}

function refusalOf(
	service: import('../service.mts').Service,
	form: Record<string, string>,
): { status: number; error: string; number: number; text: string } | undefined {
	const { clientId, clientSecret } = service.options.oauth;
	const missing = ['grant_type', 'client_id', 'client_secret', 'scope'].find((name) => !form[name]);
	if (missing) {
		const text = `The request body must contain the following parameter: '${missing}'.`;
		return { status: 400, error: 'invalid_request', number: 900144, text };
	}
	if (form.grant_type !== 'client_credentials') {
		const text = `The app requested an unsupported grant type '${form.grant_type}'.`;
		return { status: 400, error: 'unsupported_grant_type', number: 70003, text };
	}
	if (form.client_id !== clientId) {
		const text = `Application with identifier '${form.client_id}' was not found in the directory.`;
		return { status: 400, error: 'unauthorized_client', number: 700016, text };
	}
	if (!same(form.client_secret, clientSecret)) {
		const text = `Invalid client secret provided for app '${clientId}'.`;
		return { status: 401, error: 'invalid_client', number: 7000215, text };
	}
	if (form.scope !== SCOPE) {
		const text = `The provided value for the input parameter 'scope' is not valid: ${form.scope}.`;
		return { status: 400, error: 'invalid_scope', number: 70011, text };
	}
	return undefined;
}

/** @param {{ error: string, number: number, text: string }} refusal */
function entraError({ error, number, text }: { error: string; number: number; text: string }) {
	const trace = randomUUID();
	const correlation = randomUUID();
	const timestamp = new Date()
		.toISOString()
		.replace('T', ' ')
		.replace(/\.\d+Z/, 'Z');
	return {
		error,
		error_description: `AADSTS${number}: ${text} Trace ID: ${trace} Correlation ID: ${correlation} Timestamp: ${timestamp}`,
		error_codes: [number],
		timestamp,
		trace_id: trace,
		correlation_id: correlation,
		error_uri: `https://login.microsoftonline.com/error?code=${number}`,
	};
}

function logSignIn(
	service: import('../service.mts').Service,
	request: import('fastify').FastifyRequest,
	form: Record<string, string>,
	status: number,
) {
	service.log.add({
		at: new Date(service.clock.now()).toISOString(),
		area: 'oauth',
		method: 'POST',
		path: request.url.split('?')[0],
		query: {},
		authorized: status === 200,
		credentials: 'none',
		contentType: request.headers['content-type'],
		body: { grant_type: form.grant_type, scope: form.scope },
		status,
	});
}

export { addSignIn };
