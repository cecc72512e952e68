import fs from 'node:fs';
import { chromium, type Browser } from 'playwright-core';

const EXECUTABLE = process.env.CHROMIUM_PATH ?? '/usr/bin/chromium';

/** Starts a Chromium that asks nobody on the network for anything. */
export async function launchBrowser(): Promise<Browser> {
	if (!fs.existsSync(EXECUTABLE)) {
		throw new Error(
			`Chromium is needed here, and ${EXECUTABLE} does not exist. ` +
				'Install it (apt-get install chromium), or set CHROMIUM_PATH to where it is.',
		);
	}
	return await chromium.launch({
		executablePath: EXECUTABLE,
		args: [
			'--no-sandbox',
			'--disable-background-networking',
			'--host-resolver-rules=MAP * ~NOTFOUND , EXCLUDE 127.0.0.1',
		],
	});
}
