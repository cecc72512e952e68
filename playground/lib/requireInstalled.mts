import { createRequire } from 'node:module';
import path from 'node:path';
import { installedModules } from './paths.mts';

const require = createRequire(import.meta.url);

/**
 * Loads a module that the set-up put beside n8n, such as the browser driver.
 *
 */
function requireInstalled(name: string) {
	return require(path.join(installedModules, name));
}

export { requireInstalled };
