import { PackedBits, Unreadable } from './packedBits';

const LONGEST_CODE = 15;

/** A Huffman code of Deflate, told by the lengths of its codes alone; source: RFC 1951, 3.2.2. */
export class HuffmanCode {
	/** How many codes have each length. */
	private readonly counts = new Uint16Array(LONGEST_CODE + 1);
	/** The symbols, ordered by their codes. */
	private readonly symbols: Uint16Array;

	/** @param lengths Of each symbol's code; 0 for a symbol that does not occur. */
	constructor(lengths: ArrayLike<number>) {
		this.symbols = new Uint16Array(lengths.length);
		for (let symbol = 0; symbol < lengths.length; symbol++) this.counts[lengths[symbol]] += 1;
		const begins = new Uint16Array(LONGEST_CODE + 2);
		for (let length = 1; length <= LONGEST_CODE; length++) {
			begins[length + 1] = begins[length] + this.counts[length];
		}
		for (let symbol = 0; symbol < lengths.length; symbol++) {
			const length = lengths[symbol];
			if (length > 0) this.symbols[begins[length]++] = symbol;
		}
	}

	/** The next symbol. */
	read(bits: PackedBits): number {
		let code = 0;
		let first = 0;
		let index = 0;
		for (let length = 1; length <= LONGEST_CODE; length++) {
			code |= bits.read(1);
			const count = this.counts[length];
			if (code - first < count) return this.symbols[index + code - first];
			index += count;
			first = (first + count) << 1;
			code <<= 1;
		}
		throw new Unreadable('There is no such code');
	}
}
