/** A value that a test knows to be there; an error when it is not. */
export function defined<T>(value: T | null | undefined): T {
	if (value === null || value === undefined) throw new Error('There is no such value');
	return value;
}
