/** What a report may come to; a mail program cuts off much longer ones, and the item holds it whole. */
const PAGE_BYTES = 100_000;
/** What stands around the pieces: heads, tallies and sentences. */
const FRAME_BYTES = 14_000;

/** The room a report has for its pieces; who takes first, has it. */
export class Room {
	private bytes = PAGE_BYTES - FRAME_BYTES;

	/**
	 * Takes things from the first on, each in its form, as long as they fit.
	 *
	 * @returns the forms, and how many things found no room.
	 */
	take<Thing, Form extends { text: string }>(
		things: Thing[],
		formOf: (thing: Thing) => Form,
	): { shown: Form[]; left: number } {
		const shown: Form[] = [];
		for (const thing of things) {
			const piece = formOf(thing);
			const bytes = Buffer.byteLength(piece.text);
			if (bytes > this.bytes) break;
			this.bytes -= bytes;
			shown.push(piece);
		}
		return { shown, left: things.length - shown.length };
	}
}
