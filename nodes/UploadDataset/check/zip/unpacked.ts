import { BrokenArchive, damaged } from './brokenArchive';
import { STORED } from './format';

/** Packed bytes, as they are read forward. */
export interface PackedBytes {
	/** The next ones; null at the end. */
	next(): Promise<Buffer | null>;
	/** Refuses what has unpacked to more than it may; see `EntryBody`. */
	refuseBombSoFar(unpacked: number): void;
}

/**
 * The unpacked bytes of an entry, piece by piece. They are counted as they come: headers may say less than there is.
 *
 * @throws BrokenArchive when the packed bytes are damaged, or unpack to more than they may.
 */
export async function* unpacked(
	body: PackedBytes,
	{ method, name }: { method: number; name: string },
): AsyncGenerator<Buffer> {
	let bytes = 0;
	for await (const piece of method === STORED ? stored(body) : inflated(body, name)) {
		bytes += piece.length;
		body.refuseBombSoFar(bytes);
		yield piece;
	}
}

async function* stored(body: PackedBytes): AsyncGenerator<Buffer> {
	for (let piece = await body.next(); piece; piece = await body.next()) yield piece;
}

async function* inflated(body: PackedBytes, name: string): AsyncGenerator<Buffer> {
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
	return damaged('The compressed data of the file is damaged.', name);
}
