import type { Connection } from '../../../nodes/shared/api/connection';
import { downloadText } from '../../../nodes/shared/api/download';
import type { CallContext } from '../../../nodes/shared/api/callContext';
import { ServiceError } from '../../../nodes/shared/api/serviceError';

const LINK = 'https://storage.example/score.json?sv=2024&sig=c2VjcmV0';
const MOST_BYTES = 1_000;
const CONNECTION: Connection = {
	credentialType: 'azureCustomSpeechApi',
	origin: 'http://127.0.0.1:4000',
	region: null,
	apiVersion: '2025-10-15',
};

function storage(answer: () => Promise<unknown>) {
	const httpRequest = jest.fn(answer);
	const httpRequestWithAuthentication = jest.fn();
	const context = { helpers: { httpRequest, httpRequestWithAuthentication } };
	return {
		httpRequest,
		httpRequestWithAuthentication,
		read: async (link: string | undefined) =>
			await downloadText(context as unknown as CallContext, CONNECTION, link, MOST_BYTES),
	};
}

const answering = (statusCode: number, body: unknown = '{}') =>
	storage(() => Promise.resolve({ statusCode, body, headers: {} }));

async function errorOf(promise: Promise<unknown>): Promise<ServiceError> {
	const error: unknown = await promise.catch((thrown: unknown) => thrown);
	expect(error).toBeInstanceOf(ServiceError);
	return error as ServiceError;
}

describe('a file behind a link', () => {
	it.each([LINK, 'http://127.0.0.1:4000/content/x?sig=1'])(
		'is read without key or token from %s',
		async (link) => {
			const { read, httpRequest, httpRequestWithAuthentication } = answering(200, 'text');
			expect(await read(link)).toBe('text');
			expect(httpRequestWithAuthentication).not.toHaveBeenCalled();
			const [[options]] = httpRequest.mock.calls as unknown as Array<[Record<string, unknown>]>;
			expect(options).toMatchObject({ url: link, method: 'GET', disableFollowRedirect: true });
			expect(options).not.toHaveProperty('headers');
		},
	);

	it.each([
		['no link', undefined],
		['no URL', 'score.json'],
		['plain http elsewhere', 'http://storage.example/x'],
		['another scheme', 'file:///etc/passwd'],
		['a user name', 'https://me:secret@storage.example/x'],
	])('is not asked for with %s', async (_what, link) => {
		const { read, httpRequest } = answering(200);
		expect((await errorOf(read(link))).facts.kind).toBe('foreignLink');
		expect(httpRequest).not.toHaveBeenCalled();
	});

	it.each(['x'.repeat(MOST_BYTES), 'ü'.repeat(MOST_BYTES / 2)])(
		'is read when it is as long as is allowed',
		async (text) => {
			expect(await answering(200, text).read(LINK)).toBe(text);
		},
	);

	it('is not read when it is longer, in bytes, whatever anybody says of its length', async () => {
		const { facts } = await errorOf(answering(200, `${'ü'.repeat(MOST_BYTES / 2)}x`).read(LINK));
		expect(facts.message).toBe('A file is larger than the limit of 1 kB.');
	});

	it.each([
		['a refusal', () => answering(403)],
		['a redirect', () => answering(302)],
		['no text', () => answering(200, { some: 'object' })],
		['no answer', () => storage(() => Promise.reject(new Error(`connect ECONNREFUSED ${LINK}`)))],
	])('ends with %s in an error that does not hold the link', async (_what, setUp) => {
		const { facts } = await errorOf(setUp().read(LINK));
		expect(`${facts.message} ${facts.advice}`).not.toMatch(/sig|storage\.example/);
	});
});
