import { InputError } from '../speech/inputError';
import { cleanText } from '../speech/text';

/**
 * Whether a switch is on, which an expression can turn into anything: a form or a sheet says it as text.
 * An empty field is its default.
 *
 * @throws InputError naming the field when it is neither.
 */
export function switchFromInput(
	value: unknown,
	{ label, fallback }: { label: string; fallback: boolean },
): boolean {
	const text = String(value ?? '')
		.trim()
		.toLowerCase();
	if (text === '') return fallback;
	if (text === 'true' || text === 'false') return text === 'true';
	throw new InputError(
		`'${label}' is neither true nor false: '${cleanText(value, 60)}'.`,
		'Turn it on or off, or use an expression that returns true or false.',
	);
}
