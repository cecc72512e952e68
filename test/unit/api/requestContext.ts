import type { IExecuteFunctions } from 'n8n-workflow';

import type { Connection } from '../../../nodes/shared/api/connection';

type Ask = (type: string, options: Record<string, unknown>) => Promise<unknown>;

/** An execution whose requests are answered by a function. */
export function contextAnswering(ask: Ask, signal?: AbortSignal): IExecuteFunctions {
	const helpers = { httpRequestWithAuthentication: ask };
	return { helpers, getExecutionCancelSignal: () => signal } as unknown as IExecuteFunctions;
}

/** The connection to a resource by its custom domain. */
export function connectionTo(name: string): Connection {
	return {
		credentialType: 'azureCustomSpeechApi',
		origin: `https://${name}.cognitiveservices.azure.com`,
		region: null,
		apiVersion: '2025-10-15',
	};
}
