import fs from 'node:fs';
import { openPlayground } from '../../../playground/n8n.mts';

/** Opens the playground that all end-to-end tests share. */
export default async () => {
	const playground = await openPlayground('e2e', { report: (line) => console.log(line) });
	globalThis.sharedPlayground = playground;

	// Tests run in a realm of their own, and see of this one only the environment.
	const { n8n, emulator, credential, owner, userFolder } = playground;
	const url = n8n.url;
	process.env.SHARED_PLAYGROUND = JSON.stringify({
		url,
		log: n8n.log,
		startedAt: fs.statSync(n8n.log).size,
		emulator,
		credential,
		owner,
		userFolder,
	});
};
