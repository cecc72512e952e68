import { damaged } from './brokenArchive';
import type { EntryBody } from './entryBody';
import { STORED } from './format';
import { inflateHead } from './inflateHead';
import type { LocalHeader } from './localHeader';
import { unpacked } from './unpacked';

/** The first bytes of an entry, and all of it from its start, should the first ones not do. */
export interface EntryHead {
	bytes: Buffer;
	/** Whether there is nothing after them. */
	isWhole: boolean;
	/** The unpacked bytes of the entry from its first one; can be read once, and nothing of the head after it. */
	fromStart(): AsyncGenerator<Buffer>;
}

/**
 * Unpacks the first bytes of an entry, and no more of it.
 *
 * @param most Bytes wanted, packed and unpacked.
 * @throws BrokenArchive when the packed bytes are damaged.
 */
export async function headOf(
	body: EntryBody,
	header: Pick<LocalHeader, 'method' | 'name'>,
	most: number,
): Promise<EntryHead> {
	const packed = await take(body, most);
	const bytes = header.method === STORED ? packed : unpackedHead(packed, most, header.name);
	const isWhole = packed.length < most && bytes.length < most;
	return { bytes, isWhole, fromStart: () => unpacked(after(packed, body), header) };
}

async function take(body: EntryBody, most: number): Promise<Buffer> {
	const pieces: Buffer[] = [];
	for (let missing = most; missing > 0; ) {
		const piece = await body.next(missing);
		if (!piece) break;
		// It is taken back when the next one is asked for.
		pieces.push(Buffer.from(piece));
		missing -= piece.length;
	}
	return Buffer.concat(pieces);
}

function unpackedHead(packed: Buffer, most: number, name: string): Buffer {
	try {
		return inflateHead(packed, most);
	} catch {
		throw damaged('The compressed data of the file is damaged.', name);
	}
}

/** The packed bytes of an entry once more: those that were read, then the rest. */
function after(read: Buffer, body: EntryBody) {
	let first: Buffer | null = read.length > 0 ? read : null;
	return {
		next: async () => {
			const piece = first ?? (await body.next());
			first = null;
			return piece;
		},
		refuseBombSoFar: (unpackedSoFar: number) => body.refuseBombSoFar(unpackedSoFar),
	};
}
