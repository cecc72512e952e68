import type { INodeParameterResourceLocator } from 'n8n-workflow';

/** What a field holds in which a person has typed an ID, or an expression. */
export const byId = (
	value: INodeParameterResourceLocator['value'],
): INodeParameterResourceLocator => ({
	__rl: true,
	mode: 'id',
	value,
});
