import { Readable } from 'node:stream';
import { setTimeout as sleep } from 'node:timers/promises';
import type { ErrorCode } from '../../../contract/types.d.ts';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { gatewayBody } from './apiError.mts';
import type { Fault } from './faults.mts';

const PAGE = '<!DOCTYPE html><html><body><h1>Sign in to the network</h1></body></html>';

const CODES = new Map<number, ErrorCode>([
	[403, 'Forbidden'],
	[404, 'NotFound'],
	[409, 'Conflict'],
	[429, 'TooManyRequests'],
	[500, 'InternalServerError'],
	[503, 'ServiceUnavailable'],
]);

/**
 * Answers in place of the service.
 */
export function replyWithFault(fault: Fault, request: FastifyRequest, reply: FastifyReply) {
	if (fault.kind === 'dropBefore') {
		reply.hijack();
		request.raw.socket.destroy();
		return reply;
	}
	if (fault.kind === 'html') return reply.type('text/html').code(200).send(PAGE);
	const status = fault.status ?? 500;
	if (fault.kind === 'stranger') return replyAsStranger(status, fault, reply);
	return reply
		.code(status)
		.headers(fault.headers ?? {})
		.send(fault.body ?? defaultBody(status));
}

/**
 * Answers as something between a client and the service does: a proxy, a firewall, another web site.
 */
function replyAsStranger(status: number, fault: Fault, reply: FastifyReply) {
	return reply
		.type('text/html')
		.code(status)
		.headers(fault.headers ?? {})
		.send(fault.body ?? PAGE);
}

function defaultBody(status: number) {
	if (status === 401) return gatewayBody(401, 'Access denied due to invalid subscription key.');
	return { code: CODES.get(status) ?? 'InvalidRequest', message: `Fault on demand: ${status}.` };
}

/**
 * Spoils an answer whose effect has happened.
 * @returns what is sent
 */
export async function spoilAnswer(
	fault: Fault,
	request: FastifyRequest,
	reply: FastifyReply,
	payload: unknown,
	closing: AbortSignal,
): Promise<unknown> {
	const text = typeof payload === 'string' || Buffer.isBuffer(payload) ? String(payload) : '';
	switch (fault.kind) {
		case 'dropAfter':
			request.raw.socket.destroy();
			return payload;
		case 'slow':
			await pause(fault, closing);
			return payload;
		case 'malformed':
			reply.code(200).type('application/json').removeHeader('content-length');
			return text.length > 1 ? text.slice(0, -1) : '{"values": [';
		case 'foreignLinks':
			reply.removeHeader('content-length');
			return foreign(fault, text);
		case 'cutBody':
		case 'slowBody':
			reply.header('content-length', Buffer.byteLength(text));
			return Readable.from(halves(fault, request, text, closing));
		default:
			return payload;
	}
}

/**
 * The first half of a body, then, late or never, the second.
 */
async function* halves(fault: Fault, request: FastifyRequest, text: string, closing: AbortSignal) {
	const bytes = Buffer.from(text);
	const middle = Math.floor(bytes.length / 2);
	yield bytes.subarray(0, middle);
	if (fault.kind === 'cutBody') {
		// The half must have left before the line is cut.
		await sleep(20, undefined, { signal: closing }).catch(() => undefined);
		request.raw.socket.destroy();
		return;
	}
	await pause(fault, closing);
	yield bytes.subarray(middle);
}

async function pause(fault: Fault, closing: AbortSignal) {
	await sleep(fault.delayMs ?? 0, undefined, { signal: closing }).catch(() => undefined);
}

function foreign(fault: Fault, text: string) {
	if (text === '') return text;
	const origin = String(fault.origin).replace(/\/$/, '');
	return JSON.stringify(
		JSON.parse(text, (name, value: unknown) =>
			name === fault.field && typeof value === 'string'
				? value.replace(/^https?:\/\/[^/]+/, origin)
				: value,
		),
	);
}
