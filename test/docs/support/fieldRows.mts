import type { INodeProperties, INodeTypeDescription, NodeParameterValueType } from 'n8n-workflow';

/** The row a page must have for a field of a node: name, default and choices in words. */
export interface Row {
	field: string;
	default: string;
	choices: string;
}

type Option = NonNullable<INodeProperties['options']>[number];
type Choice = Extract<Option, { value: unknown }>;

/** What a person cannot fill in. */
const NO_FIELDS = new Set(['hidden', 'notice']);
const isShown = ({ type }: INodeProperties) => !NO_FIELDS.has(type);
const isCollection = ({ type }: INodeProperties) => type === 'collection';

const isChoice = (option: Option): option is Choice => 'value' in option;
const isField = (option: Option): option is INodeProperties => 'type' in option;

/** The options of a collection, each of which is a field. */
const fieldsIn = ({ options = [] }: INodeProperties) => options.filter(isField).filter(isShown);

/** What stands in the column for the default: an expression as it is typed, a choice by its name. */
function defaultOf(field: INodeProperties): string {
	const { type, default: value } = field;
	if (type === 'resourceLocator') return textOf(innerValue(value));
	if (type === 'fixedCollection') return '';
	if (type === 'boolean') return value ? 'on' : 'off';
	if (Array.isArray(value)) return value.map((one) => nameOf(field, one)).join(', ');
	if (type === 'options') return nameOf(field, value);
	return textOf(value);
}

/** The value a locator begins with. */
const innerValue = (value: NodeParameterValueType): unknown =>
	typeof value === 'object' && value !== null && 'value' in value ? value.value : undefined;

function textOf(value: unknown): string {
	const text = String(value);
	const keys = [
		...text.matchAll(/^={{ \$json\.(\w+)\?\.id|\$json\.(expiration\?\.endpoints)\?\.map/g),
	];
	// What gives an ID is long to cope with whatever comes in; a reader needs to know only where it is taken from.
	if (keys.length > 0) {
		const names = keys.map(([, one, other]) => `\`${(one || other).replace('?', '')}\``);
		return `ID in ${names.join(' or ')} of the item`;
	}
	return text.startsWith('=') ? `\`${text.slice(1)}\`` : text;
}

/** What a choice is called. Fails when the field has no such choice. */
function nameOf({ name, options = [] }: INodeProperties, value: unknown): string {
	const choice = options.filter(isChoice).find((option) => option.value === value);
	if (!choice) throw new Error(`'${name}' has no choice for its default`);
	return choice.name;
}

const choicesOf = ({ type, options = [] }: INodeProperties) =>
	['options', 'multiOptions'].includes(type) ? options.map(({ name }) => name).join(', ') : '';

/** A field, and below it those of each entry when it holds several. */
function rowsOf(field: INodeProperties, within = ''): Row[] {
	const name = `${within}${field.displayName}`;
	const row = { field: name, default: defaultOf(field), choices: choicesOf(field) };
	if (field.type !== 'fixedCollection') return [row];
	const entries = (field.options ?? []).flatMap((option) =>
		'values' in option ? option.values : [],
	);
	return [row, ...entries.flatMap((entry) => rowsOf(entry, `${field.displayName}: `))];
}

/** The tables of a node's page by their heading. */
export function fieldTables({ properties }: INodeTypeDescription): Record<string, Row[]> {
	const shown = properties.filter(isShown);
	const collections = shown
		.filter(isCollection)
		.map((field): [string, Row[]] => [
			`### ${field.displayName}`,
			fieldsIn(field).flatMap((option) => rowsOf(option)),
		]);
	const fields = shown.filter((property) => !isCollection(property));
	return {
		'## Fields': fields.flatMap((field) => rowsOf(field)),
		...Object.fromEntries(collections),
	};
}
