import { rmSync } from 'node:fs';
import { engineFolder } from './engineFolder.mts';

/** Runs once after all tests: takes away what n8n-core wrote. */
export default () => {
	rmSync(engineFolder(), { recursive: true, force: true });
};
