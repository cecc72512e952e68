import fastify from 'fastify';

/** A host in the place of the sign-in of Microsoft Entra ID. */
export interface SignInHost {
	url: string;
	/** What was sent to it, in order. */
	sent: Array<{ path: string; body: string }>;
	close: () => Promise<void>;
}

/** Starts a host that gives one answer to everything. */
export async function startSignInHost(
	status: number,
	headers: Record<string, string>,
	body: string,
): Promise<SignInHost> {
	const server = fastify();
	const sent: SignInHost['sent'] = [];
	server.removeAllContentTypeParsers();
	server.addContentTypeParser('*', { parseAs: 'string' }, (_request, text, done) => {
		done(null, text);
	});
	server.all('*', async (request, reply) => {
		const { url, body: form } = request;
		sent.push({ path: url, body: typeof form === 'string' ? form : '' });
		return await reply.code(status).headers(headers).send(body);
	});
	const url = await server.listen({ host: '127.0.0.1', port: 0 });
	return {
		url,
		sent,
		close: async () => {
			await server.close();
		},
	};
}
