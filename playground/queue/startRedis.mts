import path from 'node:path';
import { freePort } from '../process/freePort.mts';
import { startProcess } from '../process/startProcess.mts';
import type { Stoppable } from '../process/withTemporaryFolder.mts';
import { redisProgram } from './queueServices.mts';

/** A service that n8n's queue mode needs. */
export interface QueueService extends Stoppable {
	/** What tells an n8n of it. */
	env: Record<string, string>;
}

/** Starts a Redis on the loopback interface that stores nothing. */
export async function startRedis(folder: string, logFolder: string): Promise<QueueService> {
	const port = await freePort();
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
