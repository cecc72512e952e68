import crypto from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { playground, otherVersion, install, installedModules } from './paths.mts';
import { nodeForN8n } from './nodeForN8n.mts';
import { requireBuildTools } from './requireBuildTools.mts';
import { runCommand } from './runCommand.mts';

const MANIFEST = ['package.json', 'package-lock.json', '.npmrc'];
const stamp = path.join(install, 'set-up-of');

/**
 * Installs the pinned n8n once, and does nothing at all as long as it is up to date.
 *
 */
async function setUpN8n(report: (line: string) => void) {
	const wanted = fingerprint();
	if (fs.existsSync(stamp) && fs.readFileSync(stamp, 'utf8') === wanted) return;

	requireBuildTools();
	// First away with the old stamp and last the new one, so an interrupted set-up starts over.
	fs.rmSync(stamp, { force: true });
	fs.mkdirSync(install, { recursive: true });
	for (const file of MANIFEST)
		fs.copyFileSync(path.join(playground, file), path.join(install, file));
	if (otherVersion) takeOtherVersion();

	report('Installing n8n (3 GB, about 4 minutes, only this once) ...');
	const log = path.join(install, 'set-up.log');
	const command = otherVersion ? 'install' : 'ci';
	await runCommand('Installing n8n', 'npm', [command], { cwd: install, log });

	report('Compiling its database driver (about 1 minute) ...');
	await compileDatabaseDriver();
	fs.writeFileSync(stamp, wanted);
	report('n8n is installed.');
}

/** What the lock file pins is another n8n's. */
function takeOtherVersion() {
	const file = path.join(install, 'package.json');
	const manifest = JSON.parse(fs.readFileSync(file, 'utf8'));
	manifest.devDependencies.n8n = otherVersion;
	// Older n8n takes it from its maker's own host, which not every network lets through.
	manifest.overrides.xlsx = '0.18.5';
	fs.writeFileSync(file, JSON.stringify(manifest, null, 2));
	fs.rmSync(path.join(install, 'package-lock.json'));
}

/** Changes with what is to be installed and with the Node.js that would load the compiled driver. */
function fingerprint() {
	const hash = crypto.createHash('sha256').update(`${process.platform} ${process.arch}`);
	for (const file of MANIFEST) hash.update(fs.readFileSync(path.join(playground, file)));
	return hash.digest('hex');
}

async function compileDatabaseDriver() {
	const { searchPath, headers } = nodeForN8n();
	const env = {
		...process.env,
		PATH: searchPath,
		npm_config_ignore_scripts: 'false',
		npm_config_build_from_source: 'true',
		...(headers ? { npm_config_nodedir: headers } : {}),
	};
	const log = path.join(install, 'compile.log');
	const purpose = "Compiling n8n's database driver";
	await runCommand(purpose, 'npm', ['rebuild', 'sqlite3'], { cwd: install, log, env });

	const driver = path.join(installedModules, 'sqlite3', 'build', 'Release', 'node_sqlite3.node');
	if (!fs.existsSync(driver)) throw new Error(`${purpose} left no ${driver}. The log is in ${log}`);
}

export { setUpN8n };
