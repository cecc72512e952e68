import { connectTo } from '../../../playground/lib/n8nSession.mts';

/**
 * The n8n and the emulator that all end-to-end tests share.
 *
 * `startedAt` is how many bytes its log had when it was ready and nothing had run yet.
 *
 */
function sharedPlayground(): {
	url: string;
	log: string;
	startedAt: number;
	emulator: { url: string; key: string };
	credential: { id: string; name: string; type: string };
	owner: { email: string; password: string };
	userFolder: string;
} {
	return JSON.parse(process.env.SHARED_PLAYGROUND);
}

/** A session of the owner of that n8n. */
async function ownerSession() {
	const { url, owner } = sharedPlayground();
	const session = connectTo(url);
	await session.post('/rest/login', { emailOrLdapLoginId: owner.email, password: owner.password });
	return session;
}

export { sharedPlayground, ownerSession };
