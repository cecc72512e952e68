import { createServer, request, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';

/** Headers that tell how long a body is: a spoiled one is of another length. */
const OF_LENGTH = ['content-length', 'transfer-encoding'];

/** A body that passes through, and whose answer it is. */
export interface Passing {
	method: string;
	path: string;
	body: unknown;
}

/** A service in front of another one. */
export interface SpoilingProxy {
	url: string;
	close: () => Promise<void>;
}

/**
 * Hands every request on, and changes what is answered: the effect takes place, whatever the answer becomes.
 *
 * @param spoil Gives the body to answer with.
 */
export async function spoilingProxy(
	target: string,
	spoil: (passing: Passing) => unknown,
): Promise<SpoilingProxy> {
	const server = createServer((asked, reply) => {
		const { method = 'GET', url = '/', headers } = asked;
		const onward = request(new URL(url, target), { method, headers, agent: false }, (answer) => {
			void textOf(answer).then((text) => {
				const [path] = url.split('?');
				const isJson = /json/.test(answer.headers['content-type'] ?? '') && text !== '';
				const body = isJson ? bodyText(spoil({ method, path, body: JSON.parse(text) })) : text;
				const kept = Object.entries(answer.headers).filter(([name]) => !OF_LENGTH.includes(name));
				reply.writeHead(answer.statusCode ?? 500, Object.fromEntries(kept));
				reply.end(body);
			});
		});
		onward.on('error', () => reply.destroy());
		asked.pipe(onward);
	});
	await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
	const { port } = server.address() as AddressInfo;
	return {
		url: `http://127.0.0.1:${port}`,
		close: async () => {
			server.closeAllConnections();
			await new Promise((resolve) => server.close(resolve));
		},
	};
}

async function textOf(answer: IncomingMessage): Promise<string> {
	const pieces: Buffer[] = [];
	for await (const piece of answer) pieces.push(piece as Buffer);
	return Buffer.concat(pieces).toString();
}

function bodyText(body: unknown): string {
	return body === undefined ? '' : JSON.stringify(body);
}
