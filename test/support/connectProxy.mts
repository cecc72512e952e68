import { createServer, request, type IncomingMessage, type ServerResponse } from 'node:http';
import { connect, type AddressInfo, type Socket } from 'node:net';

/** How a proxy answers in place of what was asked for. */
export interface Refusal {
	status: number;
	headers?: Record<string, string>;
	body?: string;
}

/** What a proxy does with what it is asked for. */
type Behaviour = 'letThrough' | 'hangUp' | Refusal;

/** A forward proxy on this machine, as companies put before the Internet. */
export interface ForwardProxy {
	url: string;
	/** What it was asked for: `CONNECT host:port` for https, method and URL otherwise. */
	asked: string[];
	/** What it does from now on. */
	behave: (behaviour: Behaviour) => void;
	close: () => Promise<void>;
}

/** Starts a proxy that lets everything through until told otherwise. */
export async function startForwardProxy(): Promise<ForwardProxy> {
	const asked: string[] = [];
	const sockets = new Set<Socket>();
	let behaviour: Behaviour = 'letThrough';
	const server = createServer((incoming, outgoing) => {
		asked.push(`${incoming.method} ${incoming.url}`);
		if (behaviour === 'hangUp') incoming.socket.destroy();
		else if (behaviour === 'letThrough') pass(incoming, outgoing);
		else outgoing.writeHead(behaviour.status, behaviour.headers).end(behaviour.body);
	});
	server.on('connection', (socket) => {
		sockets.add(socket);
		socket.on('close', () => sockets.delete(socket));
	});
	server.on('connect', (incoming: IncomingMessage, socket: Socket, head: Buffer) => {
		asked.push(`CONNECT ${incoming.url}`);
		if (behaviour === 'hangUp') socket.destroy();
		else if (behaviour === 'letThrough') tunnel(String(incoming.url), socket, head);
		else socket.end(written(behaviour));
	});
	await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
	const { port } = server.address() as AddressInfo;
	return {
		url: `http://127.0.0.1:${port}`,
		asked,
		behave: (next) => (behaviour = next),
		close: async () => {
			for (const socket of sockets) socket.destroy();
			await new Promise((resolve) => server.close(resolve));
		},
	};
}

/**
 * Runs something in an n8n that uses a proxy for everything, this machine included: n8n reads where it is with every
 * request.
 */
export async function behindProxy<T>({ url }: ForwardProxy, task: () => Promise<T>): Promise<T> {
	const set = { HTTPS_PROXY: url, HTTP_PROXY: url, NO_PROXY: '' };
	const before = Object.keys(set).map((name) => [name, process.env[name]] as const);
	Object.assign(process.env, set);
	try {
		return await task();
	} finally {
		for (const [name, value] of before) {
			if (value === undefined) Reflect.deleteProperty(process.env, name);
			else process.env[name] = value;
		}
	}
}

function pass(incoming: IncomingMessage, outgoing: ServerResponse): void {
	const { method, headers } = incoming;
	const onward = request(String(incoming.url), { method, headers }, (answer) => {
		outgoing.writeHead(answer.statusCode ?? 502, answer.headers);
		answer.pipe(outgoing);
	});
	onward.on('error', () => outgoing.destroy());
	incoming.pipe(onward);
}

function tunnel(target: string, socket: Socket, head: Buffer): void {
	const { hostname, port } = new URL(`http://${target}`);
	const onward = connect(Number(port || 80), hostname, () => {
		socket.write('HTTP/1.1 200 Connection Established\r\n\r\n');
		onward.write(head);
		onward.pipe(socket).pipe(onward);
	});
	onward.on('error', () => socket.destroy());
	socket.on('error', () => onward.destroy());
}

function written({ status, headers = {}, body = '' }: Refusal): string {
	const all = { ...headers, 'Content-Length': Buffer.byteLength(body), Connection: 'close' };
	const lines = Object.entries(all).map(([name, value]) => `${name}: ${value}`);
	return [`HTTP/1.1 ${status} Refused`, ...lines, '', body].join('\r\n');
}
