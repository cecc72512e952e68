import { once } from 'node:events';
import http from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';

/** A call as a receiver of web hooks sees it. */
export interface HookCall {
	method: string;
	event: string;
	signature: string;
	/** Of a challenge; null for every other call. */
	token: string | null;
	body: string;
}

/** What the body of a call tells of the entity it is about. */
export interface HookBody {
	self: string;
	displayName?: string;
	invocationId: string;
}

/** A receiver on this machine that keeps what it is told. */
export interface HookReceiver {
	url: string;
	calls: HookCall[];
	/** What it answers: to a challenge the token or something else, to every other call this status. */
	answers: { proof: boolean; status: number };
	close: () => void;
}

/** Starts a receiver that proves itself and takes every call until its `answers` are changed. */
export async function startHookReceiver(): Promise<HookReceiver> {
	const calls: HookCall[] = [];
	const answers = { proof: true, status: 200 };
	const server = http.createServer((request, response) => {
		void text(request).then((body) => {
			const token = new URL(String(request.url), 'http://x').searchParams.get('validationToken');
			calls.push({
				method: String(request.method),
				event: String(request.headers['x-microsoftspeechservices-event']),
				signature: String(request.headers['x-microsoftspeechservices-signature']),
				token,
				body,
			});
			response.statusCode = token === null ? answers.status : 200;
			response.end(answers.proof ? token : 'hello');
		});
	});
	server.listen(0, '127.0.0.1');
	await once(server, 'listening');
	const { port } = server.address() as AddressInfo;
	return {
		url: `http://127.0.0.1:${port}/hook?a=b`,
		calls,
		answers,
		close() {
			server.closeAllConnections();
			server.close();
		},
	};
}
