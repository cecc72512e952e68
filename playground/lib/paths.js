const path = require('node:path');

const root = path.resolve(__dirname, '../..');
const playground = path.join(root, 'playground');

// Below a dot folder, because `n8n-node build` copies every image it finds outside of one into dist.
const install = path.join(playground, '.cache', 'n8n');

/** Where the playground finds its things and leaves its logs. */
module.exports = {
	root,
	playground,
	install,
	installedModules: path.join(install, 'node_modules'),
	n8nBin: path.join(install, 'node_modules', 'n8n', 'bin', 'n8n'),
	logs: path.join(root, 'reports', 'logs'),
	workflows: path.join(root, 'workflows'),
};
