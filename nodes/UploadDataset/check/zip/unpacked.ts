import { BrokenArchive, damaged } from './brokenArchive';
import type { EntryBody } from './entryBody';
import { STORED } from './format';

/**
 * The unpacked bytes of an entry, piece by piece.
 *
 * @throws BrokenArchive when the packed bytes are damaged.
 */
export async function* unpacked(
	body: EntryBody,
	{ method, name }: { method: number; name: string },
): AsyncGenerator<Buffer> {
	if (method === STORED) {
		for (let piece = await body.next(); piece; piece = await body.next()) yield piece;
		return;
	}
	const { readable, writable } = new DecompressionStream('deflate-raw');
	const reader = readable.getReader();
	const writer = writable.getWriter();
	let isStopped = false;
	const feed = async () => {
		while (!isStopped) {
			const piece = await body.next();
			if (!piece) return await writer.close();
			// It is taken back when the next one is asked for.
			await writer.write(Buffer.from(piece));
		}
	};
	const fed = feed().catch(async (thrown: unknown) => await writer.abort(thrown));
	try {
		for (let part = await reader.read(); !part.done; part = await reader.read()) {
			yield Buffer.from(part.value as Uint8Array);
		}
	} catch (thrown) {
		throw asBroken(thrown, name);
	} finally {
		isStopped = true;
		await Promise.allSettled([reader.cancel(), fed]);
	}
}

function asBroken(thrown: unknown, name: string): BrokenArchive {
	if (thrown instanceof BrokenArchive) return thrown;
	return damaged('The packed bytes of the file are damaged.', name);
}
