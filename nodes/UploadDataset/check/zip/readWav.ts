import { damaged } from './brokenArchive';
import type { EntryBody } from './entryBody';
import { STORED } from './format';
import { inflateHead } from './inflateHead';
import type { LocalHeader } from './localHeader';
import { LONGEST_HEADER, readWavHeader, type WavFormat } from './wavHeader';

/** Bytes looked at first, packed and unpacked; when they are too few, twice as many. */
const FIRST_BYTES = 512;

/**
 * The header of a WAV file in an archive. No more of the file is unpacked than its header.
 *
 * @returns null when it is no WAV file, or its header goes on without end.
 * @throws BrokenArchive when the packed bytes are damaged.
 */
export async function readWav(
	body: EntryBody,
	{ method, name }: LocalHeader,
): Promise<WavFormat | null> {
	let packed: Buffer = Buffer.alloc(0);
	for (let wanted = FIRST_BYTES; wanted <= LONGEST_HEADER; wanted *= 2) {
		packed = await readMore(body, packed, wanted);
		const head = method === STORED ? packed : unpackedHead(packed, wanted, name);
		const wav = readWavHeader(head);
		if (wav !== 'more') return wav === 'none' ? null : wav;
		// Neither packed nor unpacked is there any more of it.
		if (packed.length < wanted && head.length < wanted) return null;
	}
	return null;
}

async function readMore(body: EntryBody, packed: Buffer, wanted: number): Promise<Buffer> {
	const pieces = [packed];
	let missing = wanted - packed.length;
	while (missing > 0) {
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
		throw damaged('The packed bytes of the file are damaged.', name);
	}
}
