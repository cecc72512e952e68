import type { EmulatorAccess } from '../../../playground/emulator/emulatorControl.mts';
import { count, object, text } from '../../../playground/json.mts';
import { storedCredential, type StoredCredential } from '../../../playground/n8n/credential.mts';
import type { N8nSession } from '../../../playground/n8n/n8nSession.mts';
import { logIn, type Owner } from '../../../playground/n8n/signInOwner.mts';

/** The n8n and the emulator that all end-to-end tests share. */
export interface SharedPlayground {
	url: string;
	log: string;
	/** How many bytes its log had when it was ready and nothing had run yet. */
	startedAt: number;
	emulator: EmulatorAccess;
	credential: StoredCredential;
	owner: Owner;
	userFolder: string;
}

const NAME = 'SHARED_PLAYGROUND';

const shared = object<SharedPlayground>({
	url: text,
	log: text,
	startedAt: count,
	emulator: object<EmulatorAccess>({ url: text, key: text }),
	credential: storedCredential,
	owner: object<Owner>({ email: text, password: text }),
	userFolder: text,
});

export function shareWithTests(playground: SharedPlayground): void {
	process.env[NAME] = JSON.stringify(playground);
}

export function sharedPlayground(): SharedPlayground {
	return shared(JSON.parse(process.env[NAME] ?? 'null'));
}

/** A session of the owner of that n8n. */
export async function ownerSession(): Promise<N8nSession> {
	const { url, owner } = sharedPlayground();
	return await logIn(url, owner);
}
