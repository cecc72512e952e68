import type { ContactCentre } from './contactCentre.mts';

/** A case that ends in a message, and how to bring it about; gives what the node said. */
export type Scenario = [what: string, run: (centre: ContactCentre) => Promise<string | undefined>];
