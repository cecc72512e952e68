import { InputError } from '../speech/inputError';

/**
 * A number a person or an expression put into a field; an empty field is its default, never 0.
 *
 * @param atLeast The smallest value that makes sense.
 * @throws InputError naming the field when it is no such number.
 */
export function numberFromInput(
	value: unknown,
	{ label, atLeast, fallback }: { label: string; atLeast: number; fallback: number },
): number {
	if (value === undefined || value === null || String(value).trim() === '') return fallback;
	const number = ['number', 'string'].includes(typeof value) ? Number(value) : NaN;
	if (Number.isFinite(number) && number >= atLeast) return number;
	throw new InputError(
		`'${label}' is not a valid number: ${JSON.stringify(value)}.`,
		`Use a number, ${atLeast} or more.`,
	);
}
