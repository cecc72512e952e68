import path from 'node:path';
import { freePorts } from './freePorts.mts';
import { redisProgram } from './queueServices.mts';
import { startProcess } from './startProcess.mts';

/**
 * Starts a Redis on the loopback interface that stores nothing.
 *
 *   `env` is what tells an n8n of it
 */
async function startRedis(
	folder: string,
	logFolder: string,
): Promise<{ env: Record<string, string>; stop: () => Promise<void> }> {
	const [port] = await freePorts(1);
	const settings = { port, bind: '127.0.0.1', dir: folder, save: '', appendonly: 'no' };
	const args = Object.entries(settings).flatMap(([name, value]) => [`--${name}`, String(value)]);
	const { stop } = await startProcess('Redis', redisProgram(), args, {
		cwd: folder,
		log: path.join(logFolder, 'redis.log'),
		isReady: (line) => line.includes('Ready to accept connections'),
		patience: 30_000,
	});
	const env = { QUEUE_BULL_REDIS_HOST: '127.0.0.1', QUEUE_BULL_REDIS_PORT: String(port) };
	return { env, stop };
}

export { startRedis };
