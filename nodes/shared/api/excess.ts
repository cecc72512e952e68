const MIB = 1024 * 1024;

/** What an answer has more of than is ever read. */
export class Excess extends Error {
	/** @param what How the answer is, such as 'larger than 64 MiB'. */
	constructor(readonly what: string) {
		super(`The response is ${what}`);
		this.name = 'Excess';
	}
}

/** That there are more bytes than so many; `where` says of what they are. */
export function largerThan(bytes: number, where = ''): Excess {
	return new Excess(`larger than ${bytes / MIB} MiB${where}`);
}
