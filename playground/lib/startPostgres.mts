import fs from 'node:fs';
import path from 'node:path';
import { freePorts } from './freePorts.mts';
import { postgresProgram } from './queueServices.mts';
import { runCommand } from './runCommand.mts';
import { startProcess } from './startProcess.mts';

const USER = 'n8n';

// PostgreSQL refuses to run as root. This is Debian's 'nobody', who owns nothing else.
const NOBODY = { uid: 65534, gid: 65534 };

/**
 * Starts a PostgreSQL of its own on the loopback interface, with an empty database.
 *
 * @param folder where it keeps its data; everybody may look into the folders above
 *   `env` is what tells an n8n of it
 */
async function startPostgres(
	folder: string,
	logFolder: string,
): Promise<{ env: Record<string, string>; stop: () => Promise<void> }> {
	const data = path.join(folder, 'postgres');
	fs.mkdirSync(data, { mode: 0o700 });
	const user = process.getuid() === 0 ? NOBODY : undefined;
	if (user) fs.chownSync(data, user.uid, user.gid);

	const create = ['-D', data, '-U', USER, '-A', 'trust', '-E', 'UTF8', '--locale=C', '--no-sync'];
	await runCommand('Creating a database', postgresProgram('initdb'), create, {
		cwd: data,
		log: path.join(logFolder, 'initdb.log'),
		user,
	});

	const [port] = await freePorts(1);
	const settings = {
		listen_addresses: '127.0.0.1',
		unix_socket_directories: '',
		// It need not survive a loss of power.
		fsync: 'off',
		max_connections: '100',
	};
	const options = Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
	const args = ['-D', data, '-p', String(port), ...options];
	const { stop } = await startProcess('PostgreSQL', postgresProgram('postgres'), args, {
		cwd: data,
		log: path.join(logFolder, 'postgres.log'),
		isReady: (line) => line.includes('ready to accept connections'),
		patience: 60_000,
		user,
		// Its own way to end at once: killed, it would leave shared memory behind.
		endingSignal: 'SIGQUIT',
	});
	const env = {
		DB_TYPE: 'postgresdb',
		DB_POSTGRESDB_HOST: '127.0.0.1',
		DB_POSTGRESDB_PORT: String(port),
		DB_POSTGRESDB_DATABASE: 'postgres',
		DB_POSTGRESDB_USER: USER,
		DB_POSTGRESDB_PASSWORD: '',
	};
	return { env, stop };
}

export { startPostgres };
