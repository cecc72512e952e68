/** What a report may come to; a mail program cuts off much longer ones, and the item holds it whole. */
const PAGE_BYTES = 100_000;
/** What stands around the pieces: heads, tallies and sentences. */
const FRAME_BYTES = 14_000;

/** The room a report has for its pieces; who takes first, has it. */
export class Room {
	private bytes = PAGE_BYTES - FRAME_BYTES;

	/**
	 * Takes pieces from the first on, as long as they fit.
	 *
	 * @returns those, and how many found no room.
	 */
	take<Piece extends { text: string }>(pieces: Piece[]): { shown: Piece[]; left: number } {
		const shown: Piece[] = [];
		for (const piece of pieces) {
			const bytes = Buffer.byteLength(piece.text);
			if (bytes > this.bytes) break;
			this.bytes -= bytes;
			shown.push(piece);
		}
		return { shown, left: pieces.length - shown.length };
	}
}
