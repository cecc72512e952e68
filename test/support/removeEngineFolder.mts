import { rmSync } from 'node:fs';

/** Runs once after all tests: takes away what n8n-core wrote. */
export default () => rmSync(process.env.ENGINE_FOLDER, { recursive: true, force: true });
