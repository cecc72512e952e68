import type { INodeParameterResourceLocator } from 'n8n-workflow';
import type { ContactCentre } from './contactCentre.mts';

/** A case that ends in a message, and how to bring it about; gives what the node said. */
export type Scenario = [what: string, run: (centre: ContactCentre) => Promise<string | undefined>];

/** An id as a person types it into a field that also has a list. */
export const byId = (value: string): INodeParameterResourceLocator => ({
	__rl: true,
	mode: 'id',
	value,
});
