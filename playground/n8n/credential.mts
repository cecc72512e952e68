import { object, text } from '../json.mts';
import type { N8nSession } from './n8nSession.mts';

/** A credential stored in n8n. */
export interface StoredCredential {
	id: string;
	name: string;
	type: string;
}

/** A credential as a person fills it in. */
export interface CredentialDraft {
	name: string;
	type: string;
	data: Record<string, unknown>;
}

export const storedCredential = object<StoredCredential>({ id: text, name: text, type: text });

export async function storeCredential(
	session: N8nSession,
	draft: CredentialDraft,
): Promise<StoredCredential> {
	return storedCredential(await session.post('/rest/credentials', draft));
}
