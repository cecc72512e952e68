/**
 * The credential that reaches an emulator: the resource key type, with a custom endpoint.
 *
 * @param {{ url: string, key: string }} emulator
 */
function credentialFor({ url, key }) {
	return {
		name: 'Custom Speech Emulator',
		type: 'azureCustomSpeechApi',
		data: { endpointType: 'custom', endpoint: url, apiKey: key, apiVersion: '2025-10-15' },
	};
}

module.exports = { credentialFor };
