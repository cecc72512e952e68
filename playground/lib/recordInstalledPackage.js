const path = require('node:path');
const { nodeForN8n } = require('./nodeForN8n');
const { runCommand } = require('./runCommand');

/**
 * Records the package in n8n's database, as its installer does last, so that it shows under
 * Settings > Community nodes. Fails when n8n did not load one of its nodes.
 *
 * @param {{ userFolder: string, logFolder: string }} folders
 * @param {Awaited<ReturnType<typeof import('./installPackage').installPackage>>} manifest
 * @param {ReturnType<typeof import('./n8nSession').connectTo>} session
 */
async function recordInstalledPackage({ userFolder, logFolder }, manifest, session) {
	const loaded = await session.get('/types/nodes.json');
	const nodes = manifest.n8n.nodes.map((file) => {
		const type = nodeTypeOf(manifest.name, file);
		const node = loaded.find(({ name }) => name === type);
		if (!node) throw new Error(`n8n did not load ${type} from ${file}. See its log.`);
		return node;
	});
	const record = {
		database: path.join(userFolder, '.n8n', 'database.sqlite'),
		packageRow: [manifest.name, manifest.version, manifest.author.name, manifest.author.email],
		nodeRows: nodes.map((node) => [
			node.displayName,
			node.name,
			latestOf(node.version),
			manifest.name,
		]),
	};
	const script = path.join(__dirname, 'writeInstalledPackage.js');
	await runCommand(
		'Recording the package as installed',
		nodeForN8n().executable,
		['--no-warnings', script, JSON.stringify(record)],
		{ cwd: userFolder, log: path.join(logFolder, 'record.log') },
	);
}

/** 'dist/nodes/TrainModel/TrainModel.node.js' holds the node 'trainModel'. */
function nodeTypeOf(packageName, file) {
	const className = path.basename(file, '.node.js');
	return `${packageName}.${className[0].toLowerCase()}${className.slice(1)}`;
}

function latestOf(version) {
	return Math.max(...[version].flat());
}

module.exports = { recordInstalledPackage };
