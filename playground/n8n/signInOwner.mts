import { connectTo, type N8nSession } from './n8nSession.mts';

/** The login of the throw-away n8n; it listens on this machine only and is gone afterwards. */
export const OWNER = {
	email: 'demo@custom-speech.example',
	firstName: 'Demo',
	lastName: 'Owner',
	password: 'Custom-Speech-1',
};

/** Sets up the owner of a fresh n8n and signs in. */
export async function signInOwner(url: string): Promise<N8nSession> {
	const session = connectTo(url);
	await session.post('/rest/owner/setup', OWNER);
	return session;
}
