import fs from 'node:fs';
import path from 'node:path';
import { listOf, object, record, text } from '../json.mts';
import { root } from '../paths.mts';
import { runCommand } from '../process/runCommand.mts';

/** What is needed of the package's own package.json. */
export interface PackageManifest {
	name: string;
	version: string;
	author: { name: string; email: string };
	n8n: { nodes: string[] };
}

const packageManifest = object<PackageManifest>({
	name: text,
	version: text,
	author: object<PackageManifest['author']>({ name: text, email: text }),
	n8n: object<PackageManifest['n8n']>({ nodes: listOf(text) }),
});

/**
 * Puts this package where n8n's community package installer puts one, in the same steps:
 * pack, unpack below nodes/node_modules, drop what only development needs, note it in the ledger.
 * The installer would fetch the tarball from npm instead of making it.
 *
 * @returns its package.json
 */
export async function installPackage(
	userFolder: string,
	logFolder: string,
): Promise<PackageManifest> {
	const nodesFolder = path.join(userFolder, '.n8n', 'nodes');
	const manifest = packageManifest(readJson(path.join(root, 'package.json')));
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

function dropDevelopmentFields(file: string) {
	const installed = record(readJson(file));
	delete installed.devDependencies;
	delete installed.peerDependencies;
	delete installed.optionalDependencies;
	fs.writeFileSync(file, JSON.stringify(installed, null, 2));
}

function writeLedger(file: string, { name, version }: PackageManifest) {
	const ledger = { name: 'installed-nodes', private: true, dependencies: { [name]: version } };
	fs.writeFileSync(file, JSON.stringify(ledger, null, 2));
	// n8n has npm look for newer versions of what is installed here.
	fs.writeFileSync(path.join(path.dirname(file), '.npmrc'), 'offline=true\n');
}

function readJson(file: string): unknown {
	return JSON.parse(fs.readFileSync(file, 'utf8'));
}
