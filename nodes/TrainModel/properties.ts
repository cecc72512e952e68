import { OWN_PROPERTIES } from '../shared/speech/customProperties';
import { InputError } from '../shared/speech/inputError';
import { quoted } from '../shared/speech/text';

/** One entry of 'Custom Properties', as a person or an expression filled it in. */
export interface TypedProperty {
	name?: unknown;
	value?: unknown;
}

/**
 * The custom properties a person typed.
 *
 * @throws InputError for an entry without a value, one that stands twice, or one the node writes itself.
 */
export function readProperties(entries: TypedProperty[]): Record<string, string> {
	const properties = new Map<string, string>();
	for (const { name, value } of entries) {
		const key = String(name ?? '');
		if (value === undefined || value === null) throw refused(key, 'has no value');
		if (OWN_PROPERTIES.includes(key)) throw refused(key, 'is kept for the node itself');
		if (properties.has(key)) throw refused(key, 'stands twice');
		properties.set(key, String(value));
	}
	return Object.fromEntries(properties);
}

function refused(key: string, problem: string): InputError {
	return new InputError(
		`'Custom Properties': ${quoted(key)} ${problem}.`,
		'Change the entry or remove it.',
	);
}
