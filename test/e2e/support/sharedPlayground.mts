import type { EmulatorAccess } from '../../../playground/emulator/emulatorControl.mts';
import { count, object, text } from '../../../playground/json.mts';
import { storedCredential, type StoredCredential } from '../../../playground/n8n/credential.mts';
import { connectTo, type N8nSession } from '../../../playground/n8n/n8nSession.mts';

/** The n8n and the emulator that all end-to-end tests share. */
export interface SharedPlayground {
	url: string;
	log: string;
	/** How many bytes its log had when it was ready and nothing had run yet. */
	startedAt: number;
	emulator: EmulatorAccess;
	credential: StoredCredential;
	cookie: string;
	userFolder: string;
}

const NAME = 'SHARED_PLAYGROUND';

const shared = object<SharedPlayground>({
	url: text,
	log: text,
	startedAt: count,
	emulator: object<EmulatorAccess>({ url: text, key: text }),
	credential: storedCredential,
	cookie: text,
	userFolder: text,
});

export function shareWithTests(playground: SharedPlayground): void {
	process.env[NAME] = JSON.stringify(playground);
}

export function sharedPlayground(): SharedPlayground {
	return shared(JSON.parse(process.env[NAME] ?? 'null'));
}

/** A session of the owner of that n8n. */
export function ownerSession(): N8nSession {
	const { url, cookie } = sharedPlayground();
	return connectTo(url, cookie);
}
