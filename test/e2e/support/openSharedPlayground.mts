import fs from 'node:fs';
import { openPlayground } from '../../../playground/openPlayground.mts';
import { shareWithTests } from './sharedPlayground.mts';

/** Opens the playground that all end-to-end tests share. */
export default async () => {
	const playground = await openPlayground('e2e', {
		report: (line) => {
			console.log(line);
		},
	});
	globalThis.sharedPlayground = playground;

	// Tests run in a realm of their own, and see of this one only the environment.
	const { n8n, emulator, credential, session, userFolder } = playground;
	const { url, log } = n8n;
	const startedAt = fs.statSync(log).size;
	shareWithTests({
		url,
		log,
		startedAt,
		emulator: { url: emulator.url, key: emulator.key },
		credential,
		cookie: session.cookie(),
		userFolder,
	});
};
