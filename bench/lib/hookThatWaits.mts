/**
 * A web hook that answers when the execution has ended, so that nobody has to ask meanwhile.
 *
 * @param path also the name of its workflow, for `startByHook`
 */
function hookThatWaits(path: string) {
	return {
		name: 'Hook',
		type: 'n8n-nodes-base.webhook',
		typeVersion: 2,
		webhookId: path,
		parameters: {
			path,
			httpMethod: 'POST',
			responseMode: 'lastNode',
			responseData: 'noData',
			options: {},
		},
	};
}

export { hookThatWaits };
