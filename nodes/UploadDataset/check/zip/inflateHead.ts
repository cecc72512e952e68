import { HuffmanCode } from './huffmanCode';
import { OutOfBytes, PackedBits, Unreadable } from './packedBits';

/** Numbers of Deflate; source: RFC 1951, 3.2.5 to 3.2.7. */
const END_OF_BLOCK = 256;
const LENGTH_BASES = [
	3, 4, 5, 6, 7, 8, 9, 10, 11, 13, 15, 17, 19, 23, 27, 31, 35, 43, 51, 59, 67, 83, 99, 115, 131,
	163, 195, 227, 258,
];
const LENGTH_BITS = [
	0, 0, 0, 0, 0, 0, 0, 0, 1, 1, 1, 1, 2, 2, 2, 2, 3, 3, 3, 3, 4, 4, 4, 4, 5, 5, 5, 5, 0,
];
const DISTANCE_BASES = [
	1, 2, 3, 4, 5, 7, 9, 13, 17, 25, 33, 49, 65, 97, 129, 193, 257, 385, 513, 769, 1025, 1537, 2049,
	3073, 4097, 6145, 8193, 12289, 16385, 24577,
];
const DISTANCE_BITS = [
	0, 0, 0, 0, 1, 1, 2, 2, 3, 3, 4, 4, 5, 5, 6, 6, 7, 7, 8, 8, 9, 9, 10, 10, 11, 11, 12, 12, 13, 13,
];
const ORDER_OF_LENGTHS = [16, 17, 18, 0, 8, 7, 9, 6, 10, 5, 11, 4, 12, 3, 13, 2, 14, 1, 15];

/** Unpacked bytes, up to as many as are wanted; more are let go. */
class Unpacked {
	private readonly buffer: Buffer;
	private length = 0;

	constructor(private readonly most: number) {
		this.buffer = Buffer.alloc(most);
	}

	get isFull(): boolean {
		return this.length === this.most;
	}

	push(byte: number): void {
		if (!this.isFull) this.buffer[this.length++] = byte;
	}

	repeat(distance: number, length: number): void {
		if (distance > this.length) throw new Unreadable('The distance leads before the beginning');
		for (let copied = 0; copied < length; copied++) this.push(this.buffer[this.length - distance]);
	}

	bytes(): Buffer {
		return this.buffer.subarray(0, this.length);
	}
}

type Codes = { literals: HuffmanCode; distances: HuffmanCode };

const FIXED: Codes = {
	literals: new HuffmanCode(
		Array.from({ length: 288 }, (_, symbol) =>
			symbol < 144 ? 8 : symbol < 256 ? 9 : symbol < 280 ? 7 : 8,
		),
	),
	distances: new HuffmanCode(Array.from({ length: 30 }, () => 5)),
};

/**
 * Unpacks the beginning of what Deflate has packed. The stream that n8n's runtime has for it keeps tens of kilobytes
 * for each file until they are collected, which for thousands of files adds up to hundreds of megabytes.
 *
 * @param packed The first packed bytes.
 * @param most Bytes after which unpacking ends.
 * @returns fewer than that when the packed bytes end before.
 * @throws Unreadable when the bytes were not packed by Deflate.
 */
export function inflateHead(packed: Buffer, most: number): Buffer {
	const bits = new PackedBits(packed);
	const out = new Unpacked(most);
	try {
		for (let isLast = false; !isLast && !out.isFull; ) {
			isLast = bits.read(1) === 1;
			const kind = bits.read(2);
			if (kind === 0) copyStored(bits, out);
			else if (kind === 3) throw new Unreadable('There is no such kind of block');
			else unpackBlock(bits, kind === 1 ? FIXED : readCodes(bits), out);
		}
	} catch (thrown) {
		throwUnlessOutOfBytes(thrown);
	}
	return out.bytes();
}

function copyStored(bits: PackedBits, out: Unpacked): void {
	bits.alignToByte();
	const length = bits.read(16);
	if (bits.read(16) !== (~length & 0xffff)) throw new Unreadable('The length is wrong');
	for (let copied = 0; copied < length && !out.isFull; copied++) out.push(bits.read(8));
}

function unpackBlock(bits: PackedBits, codes: Codes, out: Unpacked): void {
	while (!out.isFull) {
		const symbol = codes.literals.read(bits);
		if (symbol === END_OF_BLOCK) return;
		if (symbol < END_OF_BLOCK) out.push(symbol);
		else repeat(bits, codes, symbol - END_OF_BLOCK - 1, out);
	}
}

function repeat(bits: PackedBits, codes: Codes, index: number, out: Unpacked): void {
	if (index >= LENGTH_BASES.length) throw new Unreadable('There is no such length');
	const length = LENGTH_BASES[index] + bits.read(LENGTH_BITS[index]);
	const far = codes.distances.read(bits);
	if (far >= DISTANCE_BASES.length) throw new Unreadable('There is no such distance');
	const distance = DISTANCE_BASES[far] + bits.read(DISTANCE_BITS[far]);
	out.repeat(distance, length);
}

/** The codes a block brings along, themselves packed. */
function readCodes(bits: PackedBits): Codes {
	const literals = bits.read(5) + 257;
	const distances = bits.read(5) + 1;
	const lengthsOfLengths = new Uint8Array(ORDER_OF_LENGTHS.length);
	for (let count = bits.read(4) + 4, at = 0; at < count; at++) {
		lengthsOfLengths[ORDER_OF_LENGTHS[at]] = bits.read(3);
	}
	const lengths = readLengths(bits, new HuffmanCode(lengthsOfLengths), literals + distances);
	return {
		literals: new HuffmanCode(lengths.slice(0, literals)),
		distances: new HuffmanCode(lengths.slice(literals)),
	};
}

function readLengths(bits: PackedBits, code: HuffmanCode, count: number): number[] {
	const lengths: number[] = [];
	while (lengths.length < count) {
		const symbol = code.read(bits);
		if (symbol < 16) lengths.push(symbol);
		else if (symbol === 16) {
			if (lengths.length === 0) throw new Unreadable('There is no length to repeat');
			pushTimes(lengths, lengths[lengths.length - 1], 3 + bits.read(2));
		} else pushTimes(lengths, 0, symbol === 17 ? 3 + bits.read(3) : 11 + bits.read(7));
	}
	if (lengths.length > count) throw new Unreadable('There are too many lengths');
	return lengths;
}

function pushTimes(lengths: number[], length: number, times: number): void {
	for (let time = 0; time < times; time++) lengths.push(length);
}

function throwUnlessOutOfBytes(thrown: unknown): void {
	if (!(thrown instanceof OutOfBytes)) throw thrown;
}
