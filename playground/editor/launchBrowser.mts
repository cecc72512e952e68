import fs from 'node:fs';
import { requireInstalled } from '../lib/requireInstalled.mts';

const EXECUTABLE = process.env.CHROMIUM_PATH ?? '/usr/bin/chromium';

/** Starts a Chromium that asks nobody on the network for anything. */
async function launchBrowser() {
	if (!fs.existsSync(EXECUTABLE)) {
		throw new Error(
			`Chromium is needed here, and ${EXECUTABLE} does not exist. ` +
				'Install it (apt-get install chromium), or set CHROMIUM_PATH to where it is.',
		);
	}
	return await requireInstalled('playwright-core').chromium.launch({
		executablePath: EXECUTABLE,
		args: [
			'--no-sandbox',
			'--disable-background-networking',
			'--host-resolver-rules=MAP * ~NOTFOUND , EXCLUDE 127.0.0.1',
		],
	});
}

export { launchBrowser };
