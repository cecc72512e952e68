const { rmSync } = require('node:fs');
const { tmpdir } = require('node:os');
const { join } = require('node:path');

/** Runs once after all tests: takes away what n8n-core wrote for each worker. */
module.exports = () => {
	rmSync(join(tmpdir(), 'n8n-nodes-custom-speech-test'), { recursive: true, force: true });
};
