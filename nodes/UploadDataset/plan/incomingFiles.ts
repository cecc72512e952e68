import type { IBinaryData, IExecuteFunctions } from 'n8n-workflow';

import { InputError } from '../../shared/speech/inputError';
import { quoted } from '../../shared/speech/text';
import type { ContentSource } from '../check/contentSource';
import { storedFile } from './storedFile';

/**
 * The files in the named fields of an item.
 *
 * @param value What stands in the field: names separated by commas, a list of them, or a file by expression. A name
 *   that ends in * stands for all that begin so.
 * @param label Of the field, for the error.
 * @throws InputError when a field holds no file.
 */
export async function incomingFiles(
	context: IExecuteFunctions,
	value: unknown,
	label: string,
	itemIndex: number,
): Promise<ContentSource[]> {
	const fields = separate(value);
	if (fields.length === 0) {
		throw new InputError(`'${label}' is empty.`, "Enter the name of the field, usually 'data'.");
	}
	const sources: ContentSource[] = [];
	const there = Object.keys(context.getInputData()[itemIndex].binary ?? {});
	for (const field of new Set(fields.flatMap((named) => matching(named, there)))) {
		const binary = readBinary(context, field, label, itemIndex);
		sources.push(await storedFile(context, binary, typeof field === 'string' ? field : 'file'));
	}
	return sources;
}

function separate(value: unknown): Array<string | object> {
	if (Array.isArray(value)) return value.flatMap(separate);
	if (typeof value === 'object' && value !== null) return [value];
	const names = String(value ?? '').split(',');
	return [...new Set(names.map((name) => name.trim()).filter(Boolean))];
}

/** A form calls several files of one field by its name with a number, and a single one by its name alone. */
function matching(named: string | object, there: string[]): Array<string | object> {
	if (typeof named !== 'string' || !named.endsWith('*')) return [named];
	const found = there.filter((field) => field.startsWith(named.slice(0, -1)));
	return found.length > 0 ? found : [named];
}

function readBinary(
	context: IExecuteFunctions,
	field: string | object,
	label: string,
	itemIndex: number,
): IBinaryData {
	try {
		return context.helpers.assertBinaryData(itemIndex, field as string);
	} catch {
		throw notThere(context, field, label, itemIndex);
	}
}

function notThere(
	context: IExecuteFunctions,
	field: string | object,
	label: string,
	itemIndex: number,
): InputError {
	const there = Object.keys(context.getInputData()[itemIndex].binary ?? {}).map(quoted);
	const advice =
		there.length > 0
			? `It has files in ${there.join(', ')}. Enter one of these names in '${label}'.`
			: "Add a node before this one that provides the file, such as Read/Write Files from Disk, or HTTP Request with the response format 'File'.";
	const named = typeof field === 'string' ? `no file in ${quoted(field)}` : 'no such file';
	return new InputError(`The incoming item has ${named}, as set in '${label}'.`, advice);
}
