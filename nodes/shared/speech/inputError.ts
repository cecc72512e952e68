/** Something a person can fix in the node or in the incoming item: no request was sent for it. */
export class InputError extends Error {
	/**
	 * @param message What is wrong, naming the field's label in single quotes.
	 * @param advice What to do next.
	 */
	constructor(
		message: string,
		readonly advice: string,
	) {
		super(message);
		this.name = 'InputError';
	}
}
