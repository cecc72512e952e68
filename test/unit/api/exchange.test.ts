import { exchange } from '../../../nodes/shared/api/exchange';
import { request, type Sendable } from '../../../nodes/shared/api/request';
import { readDone } from '../../../nodes/shared/api/shapes';
import { connectionTo, contextAnswering } from './requestContext';

const SECOND = 1_000;
const connection = connectionTo('exchange');
const url = `${connection.origin}/speechtotext/models`;

describe('the longest time for an answer', () => {
	it.each<[string, Sendable, number]>([
		['a minute', { method: 'GET', policy: 'ask' }, 60 * SECOND],
		[
			'a minute for JSON',
			{ method: 'POST', policy: 'change', body: { displayName: 'x' } },
			60 * SECOND,
		],
		[
			'5 minutes for the bytes of a block',
			{ method: 'PUT', policy: 'upload', body: Buffer.from('x') },
			300 * SECOND,
		],
		['10 seconds while a person looks on', { method: 'GET', policy: 'listInEditor' }, 10 * SECOND],
	])('is %s', async (_name, sent, timeout) => {
		jest.useFakeTimers({ doNotFake: ['nextTick', 'setImmediate'] });
		const begun = Date.now();
		const closed: number[] = [];
		const ask = async (_type: string, { abortSignal }: { abortSignal?: AbortSignal }) =>
			await new Promise((_resolve, reject) => {
				abortSignal?.addEventListener('abort', () => {
					closed.push(Date.now() - begun);
					reject(new Error('closed'));
				});
			});
		const context = contextAnswering(ask);
		const asked = request({ ...sent, context, connection, url, read: readDone });
		const failed = expect(asked).rejects.toThrow(/^No response from exchange/);
		await jest.advanceTimersByTimeAsync(1_000 * SECOND);
		await failed;
		expect(closed[0]).toBe(timeout);
		expect(jest.getTimerCount()).toBe(0);
		jest.useRealTimers();
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
		['something else', 'no complete response'],
	])('is told of %s as %s', async (code, fault) => {
		const ask = jest.fn().mockRejectedValue(thrown(code));
		const context = contextAnswering(ask);
		const answer = await exchange({ context, connection, method: 'GET', url }, SECOND);
		expect(answer).toMatchObject({ status: null, fault });
	});
});
