import path from 'node:path';

const root = path.resolve(import.meta.dirname, '../..');
const playground = path.join(root, 'playground');

/** Another n8n than the pinned one, such as '2.0.3'; null for the pinned one. */
const otherVersion = process.env.PLAYGROUND_N8N_VERSION || null;

// Below a dot folder, because `n8n-node build` copies every image it finds outside of one into dist.
const install = otherVersion
	? path.join(playground, '.cache-other', `n8n-${otherVersion}`)
	: path.join(playground, '.cache', 'n8n');

const installedModules = path.join(install, 'node_modules');
const n8nBin = path.join(installedModules, 'n8n', 'bin', 'n8n');
const logs = path.join(root, 'reports', 'logs');
const workflows = path.join(root, 'workflows');

export { root, playground, otherVersion, install, installedModules, n8nBin, logs, workflows };
