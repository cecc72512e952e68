import type { ICredentialType, INodeType } from 'n8n-workflow';

/** Every node class package.json registers, as n8n would load it. */
export function registeredNodes(): INodeType[];

/** Every credential class package.json registers. */
export function registeredCredentials(): ICredentialType[];
