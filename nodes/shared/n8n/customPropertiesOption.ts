import type { INodeProperties } from 'n8n-workflow';

import { InputError } from '../speech/inputError';
import { quoted } from '../speech/text';

/** The option in which a person types properties of their own. @param keptWith What they are kept with. */
export function customPropertiesOption(keptWith: string): INodeProperties {
	return {
		displayName: 'Custom Properties',
		name: 'customProperties',
		type: 'fixedCollection',
		typeOptions: { multipleValues: true, multipleValueButtonText: 'Add Property' },
		placeholder: 'Add Property',
		default: {},
		description: `Up to 9 properties of your own, stored with the ${keptWith}`,
		options: [
			{
				displayName: 'Property',
				name: 'property',
				values: [
					{
						displayName: 'Name',
						name: 'name',
						type: 'string',
						default: '',
						placeholder: 'e.g. team',
						description: 'At most 64 characters',
					},
					{
						displayName: 'Value',
						name: 'value',
						type: 'string',
						default: '',
						description: 'At most 256 characters',
					},
				],
			},
		],
	};
}

/** One entry of 'Custom Properties', as a person or an expression filled it in. */
export interface TypedProperty {
	name?: unknown;
	value?: unknown;
}

/**
 * The custom properties a person typed.
 *
 * @param reserved Names the node writes itself.
 * @throws InputError for an entry without a value, one that stands twice, or one the node writes itself.
 */
export function readProperties(
	entries: TypedProperty[],
	reserved: string[],
): Record<string, string> {
	const properties = new Map<string, string>();
	for (const { name, value } of entries) {
		const key = String(name ?? '');
		if (value === undefined || value === null) throw refused(key, 'has no value');
		if (reserved.includes(key)) throw refused(key, 'is reserved for the node');
		if (properties.has(key)) throw refused(key, 'appears twice');
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
