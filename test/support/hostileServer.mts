import { once } from 'node:events';
import { createServer, type AddressInfo, type Socket } from 'node:net';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createBrotliCompress, createDeflate, createGzip } from 'node:zlib';

/** Answers one request; `path` is that of the request line. */
export type HostileAnswer = (socket: Socket, path: string) => void;

/** A server that speaks HTTP as no service does. */
export interface HostileServer {
	readonly url: string;
	/** The request lines so far. */
	readonly requests: string[];
	/** Connections that are open now. */
	readonly open: () => number;
	readonly close: () => Promise<void>;
}

/** Starts a server that answers every request in the same way. */
export async function hostileServer(answer: HostileAnswer): Promise<HostileServer> {
	const sockets = new Set<Socket>();
	const requests: string[] = [];
	const server = createServer((socket) => {
		sockets.add(socket);
		socket.on('close', () => sockets.delete(socket)).on('error', () => undefined);
		let head = '';
		socket.on('data', (bytes) => {
			if (head.includes('\r\n\r\n')) return;
			head += bytes.toString('latin1');
			if (!head.includes('\r\n\r\n')) return;
			const [line] = head.split('\r\n');
			requests.push(line);
			answer(socket, line.split(' ')[1]);
		});
	});
	server.listen(0, '127.0.0.1');
	await once(server, 'listening');
	const { port } = server.address() as AddressInfo;
	return {
		url: `http://127.0.0.1:${port}`,
		requests,
		open: () => sockets.size,
		close: async () => {
			for (const socket of sockets) socket.destroy();
			server.close();
			await once(server, 'close');
		},
	};
}

const DRIP_MS = 20;

/** Sends a text, then a little more again and again, as long as somebody listens. */
function drip(socket: Socket, first: string | Buffer, more: string | Buffer): void {
	socket.write(first);
	const timer = setInterval(() => socket.write(more), DRIP_MS);
	socket.on('close', () => {
		clearInterval(timer);
	});
}

/** The head of an answer whose body ends with the connection. */
export function head(status: number, fields = ''): string {
	return `HTTP/1.1 ${status} Some\r\nContent-Type: application/json\r\n${fields}Connection: close\r\n\r\n`;
}

/** The same piece again and again. */
function* endless(piece: string | Buffer): Generator<string | Buffer> {
	for (;;) yield piece;
}

/** Sends pieces as fast as they are taken. */
function pour(socket: Socket, first: string, pieces: Iterable<string | Buffer>): void {
	socket.write(first);
	pipeline(Readable.from(pieces), socket).catch(() => undefined);
}

/** Sends what becomes of endless zeros when they are packed. */
function bomb(socket: Socket, coding: 'gzip' | 'deflate' | 'br'): void {
	const pack = { gzip: createGzip, deflate: createDeflate, br: createBrotliCompress }[coding]();
	socket.write(head(200, `Content-Encoding: ${coding}\r\n`));
	pipeline(Readable.from(endless(Buffer.alloc(1_048_576, '0'))), pack, socket).catch(
		() => undefined,
	);
}

/** How what is packed begins, and a block of it with nothing in it; source: RFC 1952 and RFC 1951, section 3.2.4. */
const GZIP_HEAD = Buffer.from('1f8b0800000000000003', 'hex');
const EMPTY_BLOCK = Buffer.from('000000ffff', 'hex');

const chunked = 'Transfer-Encoding: chunked\r\n';
const BLOCK = ' '.repeat(65_536);

/** Answers that never end, each in another way, though something comes again and again. */
export const SLOW_ANSWERS: Record<string, HostileAnswer> = {
	'no answer at all': () => undefined,
	'a head that drips': (socket) => {
		drip(socket, 'HTTP/1.1 200 OK\r\nX-A: ', 'x');
	},
	'one hint after the other': (socket) => {
		drip(socket, '', 'HTTP/1.1 103 Early Hints\r\n\r\n');
	},
	'a body that drips': (socket) => {
		drip(socket, head(200), ' ');
	},
	'a chunked body that drips': (socket) => {
		drip(socket, head(200, chunked), '1\r\n \r\n');
	},
	'a body shorter than it says': (socket) => {
		socket.write(`${head(200, 'Content-Length: 1000\r\n')}{"values":[]}`);
	},
	'a refusal that drips': (socket) => {
		drip(socket, head(404), ' ');
	},
	'a refusal of the token that drips': (socket) => {
		drip(socket, head(401), ' ');
	},
	'a packed body that drips': (socket) => {
		socket.write(head(200, 'Content-Encoding: gzip\r\n'));
		drip(socket, GZIP_HEAD, EMPTY_BLOCK);
	},
};

/** Answers that are more than anybody wants to hold. */
export const LARGE_ANSWERS: Record<string, HostileAnswer> = {
	'an endless body': (socket) => {
		pour(socket, head(200), endless(BLOCK));
	},
	'a body that says it is short': (socket) => {
		pour(socket, head(200, `X-Content-Length: 10\r\n${chunked}`), endless(`10000\r\n${BLOCK}\r\n`));
	},
	'an endless gzip': (socket) => {
		bomb(socket, 'gzip');
	},
	'an endless deflate': (socket) => {
		bomb(socket, 'deflate');
	},
	'an endless brotli': (socket) => {
		bomb(socket, 'br');
	},
	'endless lists in lists': (socket) => {
		pour(socket, head(200), endless('['.repeat(65_536)));
	},
	'endless empty entities': (socket) => {
		pour(socket, `${head(200)}{"values":[`, endless('{},'.repeat(16_384)));
	},
	'an endless text': (socket) => {
		pour(socket, `${head(200)}{"values":["`, endless('\u4e2d'.repeat(16_384)));
	},
};

/** A refusal whose words have no end. */
export const endlessRefusal =
	(status: number): HostileAnswer =>
	(socket) => {
		pour(socket, head(status), endless(BLOCK));
	};

/** Answers one after the other; the last one again and again. */
export function inTurn(...answers: HostileAnswer[]): HostileAnswer {
	let number = 0;
	return (socket, path) => {
		answers[Math.min(number++, answers.length - 1)](socket, path);
	};
}

/** An answer as the service would give it. */
export const sound =
	(body: object, fields = ''): HostileAnswer =>
	(socket) => {
		socket.end(head(200, fields) + JSON.stringify(body));
	};

/** Answers that change to another protocol, asked for or not. */
export const CHANGES_OF_PROTOCOL: Record<string, HostileAnswer> = {
	'to none': (socket) => {
		socket.write('HTTP/1.1 101 Switching Protocols\r\n\r\n');
	},
	'to another': (socket) => {
		const fields = 'Connection: Upgrade\r\nUpgrade: websocket\r\n';
		drip(socket, `HTTP/1.1 101 Switching Protocols\r\n${fields}\r\n`, 'x');
	},
};

/** A page of so many entities. */
function page(count: number, entity: (number: number) => string): HostileAnswer {
	function* pieces() {
		yield '{"values":[';
		for (let number = 1; number < count; number++) yield `${entity(number)},`;
		yield `${entity(count)}]}`;
	}
	return (socket) => {
		pour(socket, head(200), pieces());
	};
}

const model = (number: number, more: object = {}) =>
	JSON.stringify({
		self: `https://speech.example/speechtotext/models/base/00000000-0000-4000-8000-${String(number).padStart(12, '0')}`,
		displayName: 'x',
		locale: 'en-US',
		...more,
	});
/** What makes a page of 600 entities as long as is allowed, nearly. */
const LONG = 'x'.repeat(110_000);

/** Pages that are much longer than the service sends, and what becomes of them. */
export const LARGE_PAGES: Record<string, { answer: HostileAnswer; words: RegExp }> = {
	'a page of 300,000 entities': {
		answer: page(300_000, model),
		words: /it is made up of more than 250,000 values/,
	},
	// The list shows the first hundred.
	'a page of 60,000 entities': { answer: page(60_000, model), words: /^100 models$/ },
	'a page of long entities no one can read': {
		answer: page(600, () => JSON.stringify({ description: LONG })),
		words: /^0 models$/,
	},
};
