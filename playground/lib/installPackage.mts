import fs from 'node:fs';
import path from 'node:path';
import { root } from './paths.mts';
import { runCommand } from './runCommand.mts';

/**
 * Puts this package where n8n's community package installer puts one, in the same steps:
 * pack, unpack below nodes/node_modules, drop what only development needs, note it in the ledger.
 * The installer would fetch the tarball from npm instead of making it.
 *
 *   its package.json
 */
async function installPackage(
	userFolder: string,
	logFolder: string,
): Promise<{
	name: string;
	version: string;
	author: { name: string; email: string };
	n8n: { nodes: string[] };
}> {
	const nodesFolder = path.join(userFolder, '.n8n', 'nodes');
	const manifest = JSON.parse(fs.readFileSync(path.join(root, 'package.json'), 'utf8'));
	const packageFolder = path.join(nodesFolder, 'node_modules', manifest.name);
	fs.mkdirSync(packageFolder, { recursive: true });

	const tarball = path.join(nodesFolder, `${manifest.name}-${manifest.version}.tgz`);
	const pack = ['pack', '--ignore-scripts', '--pack-destination', nodesFolder];
	await runCommand('Packing the package', 'npm', pack, {
		cwd: root,
		log: path.join(logFolder, 'pack.log'),
	});
	const unpack = ['-xzf', tarball, '-C', packageFolder, '--strip-components=1'];
	await runCommand('Unpacking the package', 'tar', unpack, {
		cwd: nodesFolder,
		log: path.join(logFolder, 'unpack.log'),
	});
	fs.rmSync(tarball);

	dropDevelopmentFields(path.join(packageFolder, 'package.json'));
	writeLedger(path.join(nodesFolder, 'package.json'), manifest);
	return manifest;
}

function dropDevelopmentFields(file) {
	const installed = JSON.parse(fs.readFileSync(file, 'utf8'));
	delete installed.devDependencies;
	delete installed.peerDependencies;
	delete installed.optionalDependencies;
	fs.writeFileSync(file, JSON.stringify(installed, null, 2));
}

function writeLedger(file, { name, version }) {
	const ledger = { name: 'installed-nodes', private: true, dependencies: { [name]: version } };
	fs.writeFileSync(file, JSON.stringify(ledger, null, 2));
	// n8n has npm look for newer versions of what is installed here.
	fs.writeFileSync(path.join(path.dirname(file), '.npmrc'), 'offline=true\n');
}

export { installPackage };
