import type { IExecuteFunctions, INodeProperties } from 'n8n-workflow';

import { switchFromInput } from './switches';

export const simplifyProperty: INodeProperties = {
	displayName: 'Simplify',
	name: 'simplify',
	type: 'boolean',
	default: true,
	description: 'Whether to return a simplified version of the response instead of the raw data',
};

/**
 * Whether an item's entities are to be simplified.
 *
 * @throws InputError when the field is neither true nor false.
 */
export function readSimplify(context: IExecuteFunctions, itemIndex: number): boolean {
	const value = context.getNodeParameter(simplifyProperty.name, itemIndex, true) as unknown;
	return switchFromInput(value, { label: simplifyProperty.displayName, fallback: true });
}
