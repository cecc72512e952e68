const { rmSync } = require('node:fs');

/** Runs once after all tests: takes away what n8n-core wrote. */
module.exports = () => rmSync(process.env.ENGINE_FOLDER, { recursive: true, force: true });
