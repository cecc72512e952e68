import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Runs once before all tests: a folder of this run alone, since another run beside it removes its own at its end. */
export default () => {
	process.env.ENGINE_FOLDER = mkdtempSync(join(tmpdir(), 'n8n-nodes-custom-speech-test-'));
};
