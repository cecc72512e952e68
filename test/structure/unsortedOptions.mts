import type { INodeProperties } from 'n8n-workflow';

// below this n8n's lint leaves the order to the author
const SORTED_FROM = 5;

/** A field as a list of options knows it: a choice has a name alone, a collection holds further fields. */
export interface Field {
	name: string;
	displayName?: string;
	type?: string;
	options?: INodeProperties['options'] | Field[];
	values?: Field[];
}

const labelOf = ({ displayName, name }: Field) => displayName ?? name;

/** An "Other ..." at the end stands outside the alphabet, as a reader expects. */
const isSorted = (labels: string[]) =>
	labels
		.filter((label, index) => index < labels.length - 1 || !label.startsWith('Other'))
		.every((label, index, all) => index === 0 || all[index - 1].localeCompare(label) <= 0);

/**
 * The paths of every list of options, at any depth, that should be alphabetical and is not.
 * @param fields of a node or a credential
 * @param under path so far
 */
export function unsortedOptions(fields: Field[], under = ''): string[] {
	return fields.flatMap((field) => {
		const path = `${under}${field.name}`;
		const options: Field[] = field.options ?? [];
		const labels = options.map(labelOf);
		const nested = options.flatMap((option) => option.values ?? (option.type ? [option] : []));
		const here = labels.length >= SORTED_FROM && !isSorted(labels) ? [path] : [];
		return [...here, ...unsortedOptions(nested, `${path}.`)];
	});
}
