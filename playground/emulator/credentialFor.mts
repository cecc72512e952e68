import type { CredentialDraft } from '../n8n/credential.mts';
import type { EmulatorAccess } from './emulatorControl.mts';

/** The credential that reaches an emulator: the resource key type, with a custom endpoint. */
export function credentialFor({ url, key }: EmulatorAccess): CredentialDraft {
	return {
		name: 'Custom Speech Emulator',
		type: 'azureCustomSpeechApi',
		data: { endpointType: 'custom', endpoint: url, apiKey: key, apiVersion: '2025-10-15' },
	};
}
