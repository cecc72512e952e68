import { InputError } from '../speech/inputError';
import { cleanText } from '../speech/text';

/**
 * A choice from a list, which an expression can turn into anything. An empty field is its default.
 *
 * @throws InputError naming the field and what it takes.
 */
export function choiceFromInput<T extends string>(
	value: unknown,
	{ label, choices, fallback }: { label: string; choices: readonly T[]; fallback: T },
): T {
	if (value === undefined || value === null || value === '') return fallback;
	const chosen = choices.find((choice) => choice === value);
	if (chosen !== undefined) return chosen;
	throw new InputError(
		`'${label}' is not one of the options: '${cleanText(value, 60)}'.`,
		`Use one of ${choices.join(', ')}, or pick from the list.`,
	);
}
