/** An archive that cannot, or must not, be read any further. */
export class BrokenArchive extends Error {
	/**
	 * @param message What is wrong, as a sentence.
	 * @param fix How to fix it, as a sentence.
	 * @param file The entry it is about, when it is about one.
	 */
	constructor(
		message: string,
		readonly fix: string,
		readonly file?: string,
	) {
		super(message);
		this.name = 'BrokenArchive';
	}
}

/** An archive whose bytes do not follow the format. */
export function damaged(what: string, file?: string): BrokenArchive {
	return new BrokenArchive(what, 'Create the zip file again, and copy it completely.', file);
}
