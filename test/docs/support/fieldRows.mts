/**
 * The rows a page must have for the fields of a node, as name, default and choices in words.
 */
export type Row = { field: string; default: string; choices: string };

/** What a person cannot fill in. */
const NO_FIELDS = new Set(['hidden', 'notice']);
const isShown = ({ type }) => !NO_FIELDS.has(type);
const isCollection = ({ type }) => type === 'collection';

/** What stands in the column for the default: an expression as it is typed, a choice by its name. */
function defaultOf({ type, default: value, options = [] }) {
	if (type === 'resourceLocator') return defaultOf({ type: 'string', default: value.value });
	if (type === 'fixedCollection') return '';
	if (type === 'boolean') return value ? 'on' : 'off';
	if (Array.isArray(value)) return value.map((one) => nameOf(options, one)).join(', ');
	if (type === 'options') return nameOf(options, value);
	const text = String(value);
	return text.startsWith('=') ? `\`${text.slice(1)}\`` : text;
}

const nameOf = (options, value) => options.find((option) => option.value === value).name;

const choicesOf = ({ type, options = [] }) =>
	['options', 'multiOptions'].includes(type) ? options.map(({ name }) => name).join(', ') : '';

/** A field, and below it those of each entry when it holds several. @returns {Row[]} */
function rowsOf(property, within = ''): Row[] {
	const field = `${within}${property.displayName}`;
	const row = { field, default: defaultOf(property), choices: choicesOf(property) };
	if (property.type !== 'fixedCollection') return [row];
	const entries = property.options.flatMap(({ values }) => values);
	return [row, ...entries.flatMap((entry) => rowsOf(entry, `${property.displayName}: `))];
}

/**
 * The tables of a node's page by their heading.
 *
 */
function fieldTables({
	properties,
}: import('n8n-workflow').INodeTypeDescription): Record<string, Row[]> {
	const shown = properties.filter(isShown);
	const collections = shown
		.filter(isCollection)
		.map(({ displayName, options }) => [
			`### ${displayName}`,
			options.filter(isShown).flatMap((option) => rowsOf(option)),
		]);
	const fields = shown.filter((property) => !isCollection(property));
	return {
		'## Fields': fields.flatMap((field) => rowsOf(field)),
		...Object.fromEntries(collections),
	};
}

export { fieldTables };
