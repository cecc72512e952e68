import type { IWorkflowExecuteAdditionalData } from 'n8n-workflow';

const BASE = 'http://localhost:5678';

/** The members a run gives its own value. */
type Own = 'credentialsHelper' | 'executeWorkflow' | 'getRunExecutionData' | 'executionId';

/** What the engine wants to know of the instance it runs in. The base addresses must be valid URLs. */
export function additionalDataWith(
	own: Pick<IWorkflowExecuteAdditionalData, Own> & Partial<IWorkflowExecuteAdditionalData>,
): IWorkflowExecuteAdditionalData {
	return {
		restApiUrl: `${BASE}/rest`,
		instanceBaseUrl: BASE,
		formBaseUrl: `${BASE}/form`,
		formWaitingBaseUrl: `${BASE}/form-waiting`,
		formTestBaseUrl: `${BASE}/form-test`,
		webhookBaseUrl: `${BASE}/webhook`,
		webhookWaitingBaseUrl: `${BASE}/webhook-waiting`,
		webhookTestBaseUrl: `${BASE}/webhook-test`,
		mcpBaseUrl: `${BASE}/mcp`,
		mcpTestBaseUrl: `${BASE}/mcp-test`,
		currentNodeExecutionIndex: 0,
		variables: {},
		logAiEvent: () => {},
		getRuntimeCredential: () => Promise.resolve(undefined),
		startRunnerTask: () => Promise.reject(new Error('No task runner takes part in tests')),
		...own,
		// no test keeps its secrets outside n8n, so the proxy for that is left out
	} as IWorkflowExecuteAdditionalData;
}
