import type { IExecuteFunctions, ILoadOptionsFunctions } from 'n8n-workflow';

/** The n8n contexts a node can call the service from. */
export type CallContext = IExecuteFunctions | ILoadOptionsFunctions;
