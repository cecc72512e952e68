import { randomUUID } from 'node:crypto';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { ApiHost } from '../apiHost.mts';
import { same } from '../http/access.mts';
import type { SignInOptions } from '../http/tokens.mts';

const SCOPE = 'https://cognitiveservices.azure.com/.default';

type Form = Partial<Record<string, string>>;

interface SignInRefusal {
	status: number;
	error: string;
	number: number;
	text: string;
}

/**
 * A tiny stand-in for Entra ID: client credentials for a bearer token.
 */
export function addSignIn(scope: FastifyInstance, host: ApiHost) {
	const { oauth } = host.options;
	scope.removeAllContentTypeParsers();
	scope.addContentTypeParser(
		'application/x-www-form-urlencoded',
		{ parseAs: 'string' },
		(_request, body, done) => {
			done(null, Object.fromEntries(new URLSearchParams(String(body))));
		},
	);
	scope.post<{ Body: Form | undefined }>('/:tenant/oauth2/v2.0/token', (request, reply) => {
		const form = { ...basicCredentials(request.headers.authorization), ...request.body };
		const refusal = refusalOf(oauth, form);
		reply.header('cache-control', 'no-store');
		logSignIn(host, request, form, refusal?.status ?? 200);
		if (refusal) return reply.code(refusal.status).send(entraError(refusal));
		return reply.send({
			token_type: 'Bearer',
			expires_in: oauth.tokenLifetimeSeconds,
			ext_expires_in: oauth.tokenLifetimeSeconds,
			access_token: host.tokens.issue(),
		});
	});
}

/**
 * Entra takes the client's credentials in the header as well.
 */
function basicCredentials(header: string | undefined): Form {
	const basic = /^Basic (.+)$/i.exec(header ?? '');
	if (!basic) return {};
	const [id, secret = ''] = Buffer.from(basic[1], 'base64').toString().split(':');
	return { client_id: decodeURIComponent(id), client_secret: decodeURIComponent(secret) };
}

function refusalOf(
	{ clientId, clientSecret }: SignInOptions,
	form: Form,
): SignInRefusal | undefined {
	const missing = ['grant_type', 'client_id', 'client_secret', 'scope'].find((name) => !form[name]);
	if (missing) {
		const text = `The request body must contain the following parameter: '${missing}'.`;
		return { status: 400, error: 'invalid_request', number: 900144, text };
	}
	const { grant_type: grant = '', client_id: id = '', scope = '' } = form;
	if (grant !== 'client_credentials') {
		const text = `The app requested an unsupported grant type '${grant}'.`;
		return { status: 400, error: 'unsupported_grant_type', number: 70003, text };
	}
	if (id !== clientId) {
		const text = `Application with identifier '${id}' was not found in the directory.`;
		return { status: 400, error: 'unauthorized_client', number: 700016, text };
	}
	if (!same(form.client_secret ?? '', clientSecret)) {
		const text = `Invalid client secret provided for app '${clientId}'.`;
		return { status: 401, error: 'invalid_client', number: 7000215, text };
	}
	if (scope !== SCOPE) {
		const text = `The provided value for the input parameter 'scope' is not valid: ${scope}.`;
		return { status: 400, error: 'invalid_scope', number: 70011, text };
	}
	return undefined;
}

function entraError({ error, number, text }: SignInRefusal) {
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

function logSignIn({ log, service }: ApiHost, request: FastifyRequest, form: Form, status: number) {
	log.add({
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
