const fs = require('node:fs');
const { openPlayground } = require('../../../playground/n8n');

/** Opens the playground that all end-to-end tests share. */
module.exports = async () => {
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
