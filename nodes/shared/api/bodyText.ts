import { largerThan } from './excess';

/**
 * The text of a body, piece by piece as it comes in; what of it is not read is not waited for either.
 *
 * @param body As n8n hands it over: a stream when asked for one, a text when something in n8n answers by itself.
 * @param most Bytes that are read of it, unpacked.
 * @throws Excess when there are more, the error of the connection when it breaks, or TypeError for what is no body.
 */
export async function* piecesOf(body: unknown, most: number): AsyncGenerator<string> {
	// Takes a byte order mark away and puts together a character that lies in two pieces.
	const decoder = new TextDecoder();
	let size = 0;
	for await (const bytes of bytesOf(body)) {
		size += bytes.length;
		if (size > most) throw largerThan(most);
		yield decoder.decode(bytes, { stream: true });
	}
	yield decoder.decode();
}

/**
 * The whole text of a body.
 *
 * @throws as `piecesOf` does.
 */
export async function textOf(body: unknown, most: number): Promise<string> {
	let text = '';
	for await (const piece of piecesOf(body, most)) text += piece;
	return text;
}

async function* bytesOf(body: unknown): AsyncGenerator<Uint8Array> {
	if (typeof body === 'string') yield Buffer.from(body);
	else if (isStream(body)) yield* body;
	else if (body !== undefined && body !== null)
		throw new TypeError('The body is neither stream nor text');
}

function isStream(body: unknown): body is AsyncIterable<Uint8Array> {
	return typeof body === 'object' && body !== null && Symbol.asyncIterator in body;
}
