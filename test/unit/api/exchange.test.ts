import type { IExecuteFunctions, ILoadOptionsFunctions } from 'n8n-workflow';

import type { Connection } from '../../../nodes/shared/api/connection';
import { exchange, type Body } from '../../../nodes/shared/api/exchange';

const SECOND = 1_000;
const connection = {
	credentialType: 'azureCustomSpeechApi',
	origin: 'https://westeurope.api.cognitive.microsoft.com',
} as Connection;
const send = async (ask: jest.Mock, isWatched: boolean, body?: Body) => {
	const helpers = { httpRequestWithAuthentication: ask };
	const context = isWatched ? { helpers } : { helpers, getExecutionCancelSignal: () => undefined };
	return await exchange(
		context as unknown as IExecuteFunctions | ILoadOptionsFunctions,
		connection,
		'PUT',
		`${connection.origin}/speechtotext/models`,
		body,
	);
};

describe('the longest time for an answer', () => {
	it.each<[string, boolean, Body | undefined, number]>([
		['a minute', false, undefined, 60 * SECOND],
		['a minute for JSON', false, { displayName: 'x' }, 60 * SECOND],
		['5 minutes for the bytes of a block', false, Buffer.from('x'), 300 * SECOND],
		['10 seconds while a person looks on', true, undefined, 10 * SECOND],
	])('is %s', async (_name, isWatched, body, timeout) => {
		const ask = jest.fn(async () => ({ statusCode: 200, body: '{}', headers: {} }));
		await send(ask, isWatched, body);
		expect(ask).toHaveBeenCalledWith('azureCustomSpeechApi', expect.objectContaining({ timeout }));
	});
});

describe('what broke', () => {
	const thrown = (code: string) => ({ message: 'x', cause: { message: 'x', cause: { code } } });
	it.each([
		['ECONNREFUSED', 'ECONNREFUSED'],
		['ENOTFOUND', 'ENOTFOUND'],
		['DEPTH_ZERO_SELF_SIGNED_CERT', 'DEPTH_ZERO_SELF_SIGNED_CERT'],
		['SELF_SIGNED_CERT_IN_CHAIN', 'SELF_SIGNED_CERT_IN_CHAIN'],
		['CERT_HAS_EXPIRED', 'CERT_HAS_EXPIRED'],
		['UNABLE_TO_VERIFY_LEAF_SIGNATURE', 'UNABLE_TO_VERIFY_LEAF_SIGNATURE'],
		['ERR_TLS_CERT_ALTNAME_INVALID', 'ERR_TLS_CERT_ALTNAME_INVALID'],
		['something else', 'no whole answer'],
	])('is told of %s as %s', async (code, fault) => {
		const ask = jest.fn(async () => {
			throw thrown(code);
		});
		expect(await send(ask, false)).toMatchObject({ status: null, fault });
	});
});
