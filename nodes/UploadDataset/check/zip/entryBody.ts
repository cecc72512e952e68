import type { ByteCursor } from '../byteCursor';
import { damaged } from './brokenArchive';
import { SIGNATURES } from './format';
import type { LocalHeader } from './localHeader';
import { refuseBomb } from './refusals';

/** What is known of an entry once its bytes have gone by. */
export interface EntrySizes {
	crc: number;
	packed: number;
	unpacked: number;
}

/** Bytes handed on at once. */
const PIECE = 16 * 1024;

/** How an entry's sizes may stand after it: with a signature or without, in 64 bits or in 32. */
interface DescriptorForm {
	bytes: number;
	isSigned: boolean;
	isLong: boolean;
}

/** The longer forms first: the shorter ones are the ends of some of them. */
const FORMS: DescriptorForm[] = [
	{ bytes: 24, isSigned: true, isLong: true },
	{ bytes: 16, isSigned: true, isLong: false },
	{ bytes: 20, isSigned: false, isLong: true },
	{ bytes: 12, isSigned: false, isLong: false },
];
const LONGEST_DESCRIPTOR = 24;
const SIGNATURE_BYTES = 4;

/** The packed bytes of one entry, read forward. What nobody asks for is read over. */
export class EntryBody {
	/** Bytes handed on or read over so far. */
	private gone = 0;
	/** Where the bytes end; null while that is not known. */
	private end: number | null;
	private form: DescriptorForm | null = null;

	/** @param unpackedBefore Bytes that the entries before this one unpack to. */
	constructor(
		private readonly cursor: ByteCursor,
		private readonly header: LocalHeader,
		private readonly unpackedBefore: number,
	) {
		this.end = header.packed;
	}

	/**
	 * Refuses an entry that has already unpacked to more than it may, whatever its headers say.
	 *
	 * @param unpacked Bytes so far.
	 * @throws BrokenArchive as `refuseBomb` does.
	 */
	refuseBombSoFar(unpacked: number): void {
		const packed = this.end ?? this.gone;
		refuseBomb(this.header.name, { packed, unpacked }, this.unpackedBefore + unpacked);
	}

	/** The next packed bytes, at most the given number; null at the end of the entry. */
	async next(most = PIECE): Promise<Buffer | null> {
		const room = Math.min(most, PIECE);
		if (this.end === null) return await this.nextUntilDescriptor(room);
		if (this.gone === this.end) return null;
		const piece = await this.cursor.next(Math.min(room, this.end - this.gone));
		if (!piece) throw this.cutOff();
		this.gone += piece.length;
		return piece;
	}

	/** Reads over what is left, and tells what the archive says of the entry. */
	async finish(): Promise<EntrySizes> {
		while ((await this.next()) !== null);
		const { crc, unpacked, packed } = this.header;
		if (packed !== null) return { crc, packed, unpacked };
		const { bytes, isSigned, isLong } = this.form!;
		if (isSigned) await this.cursor.skip(SIGNATURE_BYTES);
		const descriptor = await this.cursor.take(bytes - (isSigned ? SIGNATURE_BYTES : 0));
		return {
			crc: descriptor.readUInt32LE(0),
			packed: this.gone,
			unpacked: isLong ? Number(descriptor.readBigUInt64LE(12)) : descriptor.readUInt32LE(8),
		};
	}

	/**
	 * The length of such an entry stands after it. Its end is where the next header begins and, right before that, a
	 * descriptor gives exactly the length that has gone by.
	 */
	private async nextUntilDescriptor(most: number): Promise<Buffer | null> {
		const window = await this.cursor.peek(PIECE + LONGEST_DESCRIPTOR + 4);
		const length = this.endWithin(window);
		if (length === null && window.length < PIECE) throw this.cutOff();
		if (length !== null) this.end = this.gone + length;
		const piece = length === 0 ? null : await this.cursor.next(Math.min(most, length ?? PIECE));
		this.gone += piece?.length ?? 0;
		return piece;
	}

	/** How many bytes of a window belong to the entry, when its end is within; null when it is not. */
	private endWithin(window: Buffer): number | null {
		for (let at = window.indexOf('PK'); at >= 0 && at + 4 <= window.length; ) {
			if (isNextHeader(window.readUInt32LE(at))) {
				const length = this.lengthBefore(window, at);
				if (length !== null) return length;
			}
			at = window.indexOf('PK', at + 1);
		}
		return null;
	}

	private lengthBefore(window: Buffer, next: number): number | null {
		const form = FORMS.find(({ bytes, isSigned, isLong }) => {
			const begin = next - bytes;
			if (begin < 0) return false;
			if (isSigned && window.readUInt32LE(begin) !== SIGNATURES.descriptor) return false;
			const length = this.gone + begin;
			return isLong
				? window.readBigUInt64LE(next - 16) === BigInt(length)
				: window.readUInt32LE(next - 8) === length;
		});
		if (!form) return null;
		this.form = form;
		return next - form.bytes;
	}

	private cutOff(): Error {
		return damaged('The archive ends within the file.', this.header.name);
	}
}

function isNextHeader(signature: number): boolean {
	return signature === SIGNATURES.localHeader || signature === SIGNATURES.directoryRecord;
}
