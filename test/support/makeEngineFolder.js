const { mkdtempSync } = require('node:fs');
const { tmpdir } = require('node:os');
const { join } = require('node:path');

/** Runs once before all tests: a folder of this run alone, since another run beside it removes its own at its end. */
module.exports = () => {
	process.env.ENGINE_FOLDER = mkdtempSync(join(tmpdir(), 'n8n-nodes-custom-speech-test-'));
};
