// below this n8n's lint leaves the order to the author
const SORTED_FROM = 5;

const labelOf = (option) => option.displayName ?? option.name;

/** An "Other ..." at the end stands outside the alphabet, as a reader expects. */
const isSorted = (labels) =>
	labels
		.filter((label, index) => index < labels.length - 1 || !label.startsWith('Other'))
		.every((label, index, all) => index === 0 || all[index - 1].localeCompare(label) <= 0);

/**
 * The paths of every list of options, at any depth, that should be alphabetical and is not.
 * @param properties of a node or a credential
 * @param under path so far
 */
function unsortedOptions(properties: object[], under: string = ''): string[] {
	return properties.flatMap((property) => {
		const path = `${under}${property.name}`;
		const options = property.options ?? [];
		const labels = options.map(labelOf);
		const nested = options.flatMap((option) => option.values ?? (option.type ? [option] : []));
		const here = labels.length >= SORTED_FROM && !isSorted(labels) ? [path] : [];
		return [...here, ...unsortedOptions(nested, `${path}.`)];
	});
}

export { unsortedOptions };
