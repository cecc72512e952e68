/** Packed bytes that follow no rule of Deflate. */
export class Unreadable extends Error {}

/** The packed bytes go on where nobody has read them yet. */
export class OutOfBytes extends Error {}

/** Reads packed bytes bit by bit, the lowest first. */
export class PackedBits {
	private at = 0;
	private held = 0;
	private heldBits = 0;

	constructor(private readonly bytes: Buffer) {}

	/**
	 * The next bits as a number, at most 16 at once.
	 *
	 * @throws OutOfBytes when there are not so many.
	 */
	read(count: number): number {
		while (this.heldBits < count) {
			if (this.at === this.bytes.length) throw new OutOfBytes();
			this.held |= this.bytes[this.at++] << this.heldBits;
			this.heldBits += 8;
		}
		const value = this.held & ((1 << count) - 1);
		this.held >>>= count;
		this.heldBits -= count;
		return value;
	}

	/** Goes on to the next whole byte. */
	alignToByte(): void {
		this.held = 0;
		this.heldBits = 0;
	}
}
