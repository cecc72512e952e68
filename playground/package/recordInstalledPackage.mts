import path from 'node:path';
import { count, listOf, object, text } from '../json.mts';
import type { N8nSession } from '../n8n/n8nSession.mts';
import { nodeForN8n } from '../n8n/nodeForN8n.mts';
import { runCommand } from '../process/runCommand.mts';
import type { PackageManifest } from './installPackage.mts';
import type { InstallRecord } from './installRecord.mts';

/** A node that n8n has loaded. */
export interface LoadedNode {
	name: string;
	displayName: string;
	version: number | number[];
}

const loadedNodes = listOf(
	object<LoadedNode>({
		name: text,
		displayName: text,
		version: (value) => (Array.isArray(value) ? listOf(count)(value) : count(value)),
	}),
);

/**
 * Records the package in n8n's database, as its installer does last, so that it shows under
 * Settings > Community nodes. Fails when n8n did not load one of its nodes.
 */
export async function recordInstalledPackage(
	{ userFolder, logFolder }: { userFolder: string; logFolder: string },
	manifest: PackageManifest,
	session: N8nSession,
): Promise<void> {
	const loaded = loadedNodes(await session.get('/types/nodes.json'));
	const nodes = manifest.n8n.nodes.map((file) => {
		const type = nodeTypeOf(manifest.name, file);
		const node = loaded.find(({ name }) => name === type);
		if (!node) throw new Error(`n8n did not load ${type} from ${file}. See its log.`);
		return node;
	});
	const record: InstallRecord = {
		database: path.join(userFolder, '.n8n', 'database.sqlite'),
		packageRow: [manifest.name, manifest.version, manifest.author.name, manifest.author.email],
		nodeRows: nodes.map(({ displayName, name, version }) => [
			displayName,
			name,
			Math.max(...[version].flat()),
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
function nodeTypeOf(packageName: string, file: string): string {
	const className = path.basename(file, '.node.js');
	return `${packageName}.${className.charAt(0).toLowerCase()}${className.slice(1)}`;
}
