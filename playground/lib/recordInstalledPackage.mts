import path from 'node:path';
import { nodeForN8n } from './nodeForN8n.mts';
import { runCommand } from './runCommand.mts';

/**
 * Records the package in n8n's database, as its installer does last, so that it shows under
 * Settings > Community nodes. Fails when n8n did not load one of its nodes.
 *
 */
async function recordInstalledPackage(
	{ userFolder, logFolder }: { userFolder: string; logFolder: string },
	manifest: Awaited<ReturnType<typeof import('./installPackage.mts').installPackage>>,
	session: ReturnType<typeof import('./n8nSession.mts').connectTo>,
) {
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
	const script = path.join(import.meta.dirname, 'writeInstalledPackage.mts');
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

export { recordInstalledPackage };
