/**
 * The credential that reaches an emulator: the resource key type, with a custom endpoint.
 *
 */
function credentialFor({ url, key }: { url: string; key: string }) {
	return {
		name: 'Custom Speech Emulator',
		type: 'azureCustomSpeechApi',
		data: { endpointType: 'custom', endpoint: url, apiKey: key, apiVersion: '2025-10-15' },
	};
}

export { credentialFor };
