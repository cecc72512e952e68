import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';

// Debian keeps the server programs of PostgreSQL off the PATH, one folder for each version.
const DEBIAN_POSTGRES = '/usr/lib/postgresql';

const SERVICES = [
	{ name: 'Redis', debianPackage: 'redis-server', find: () => onPath('redis-server') },
	{ name: 'PostgreSQL', debianPackage: 'postgresql', find: () => postgresProgram('initdb') },
];

/**
 * Sees to it that there is a Redis and a PostgreSQL to start. Run by root on Debian, it installs what is missing.
 *
 */
function provideQueueServices(report: (line: string) => void) {
	const missing = SERVICES.filter(({ find }) => !find());
	if (missing.length === 0) return;

	const packages = missing.map(({ debianPackage }) => debianPackage);
	if (process.getuid?.() !== 0 || !onPath('apt-get')) {
		const names = missing.map(({ name }) => name).join(' and ');
		throw new Error(
			`n8n's queue mode needs ${names}, not found here. ` +
				`Install it first, for example with: apt-get install -y ${packages.join(' ')}`,
		);
	}
	report(`Installing ${packages.join(' and ')} ...`);
	aptGet('update', '-qq');
	aptGet('install', '-y', '-qq', '--no-install-recommends', ...packages);
}

function aptGet(...args) {
	const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
	const { status, stderr } = spawnSync('apt-get', args, { env, encoding: 'utf8' });
	if (status !== 0) throw new Error(`apt-get ${args.join(' ')} ended with ${status}:\n${stderr}`);
}

/** Where Redis' server is; null when there is none. */
const redisProgram = () => onPath('redis-server');

/** Where a server program of PostgreSQL is, of the newest version there is; null when there is none. */
function postgresProgram(name) {
	const versions = fs.existsSync(DEBIAN_POSTGRES) ? fs.readdirSync(DEBIAN_POSTGRES) : [];
	const newestFirst = versions.sort((a, b) => Number(b) - Number(a));
	const files = newestFirst.map((version) => path.join(DEBIAN_POSTGRES, version, 'bin', name));
	return files.find((file) => fs.existsSync(file)) ?? onPath(name);
}

function onPath(program) {
	const folders = (process.env.PATH ?? '').split(path.delimiter);
	const files = folders.map((folder) => path.join(folder, program));
	return files.find((file) => fs.existsSync(file)) ?? null;
}

export { provideQueueServices, redisProgram, postgresProgram };
