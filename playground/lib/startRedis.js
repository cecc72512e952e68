const path = require('node:path');
const { freePorts } = require('./freePorts');
const { redisProgram } = require('./queueServices');
const { startProcess } = require('./startProcess');

/**
 * Starts a Redis on the loopback interface that stores nothing.
 *
 * @param {string} folder
 * @param {string} logFolder
 * @returns {Promise<{ env: Record<string, string>, stop: () => Promise<void> }>}
 *   `env` is what tells an n8n of it
 */
async function startRedis(folder, logFolder) {
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

module.exports = { startRedis };
