import type { INodeProperties } from 'n8n-workflow';

/**
 * The 'Options' at the end of a node's fields: what most people leave as it is.
 *
 * @param options Sorted by their labels, as n8n shows them.
 */
export function optionsCollection(options: INodeProperties[]): INodeProperties {
	return {
		displayName: 'Options',
		name: 'options',
		type: 'collection',
		placeholder: 'Add option',
		default: {},
		options,
	};
}
