const path = require('node:path');

const root = path.resolve(__dirname, '../..');
const playground = path.join(root, 'playground');

/** Another n8n than the pinned one, such as '2.0.3'; null for the pinned one. */
const otherVersion = process.env.PLAYGROUND_N8N_VERSION || null;

// Below a dot folder, because `n8n-node build` copies every image it finds outside of one into dist.
const install = otherVersion
	? path.join(playground, '.cache-other', `n8n-${otherVersion}`)
	: path.join(playground, '.cache', 'n8n');

/** Where the playground finds its things and leaves its logs. */
module.exports = {
	root,
	playground,
	otherVersion,
	install,
	installedModules: path.join(install, 'node_modules'),
	n8nBin: path.join(install, 'node_modules', 'n8n', 'bin', 'n8n'),
	logs: path.join(root, 'reports', 'logs'),
	workflows: path.join(root, 'workflows'),
};
