import { createRequire } from 'node:module';
import path from 'node:path';
import { installedModules } from '../paths.mts';

const require = createRequire(import.meta.url);

/** Loads a module that the set-up installed with n8n. */
export function requireInstalled(name: string): unknown {
	return require(path.join(installedModules, name));
}
