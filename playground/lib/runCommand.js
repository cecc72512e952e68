const fs = require('node:fs');
const path = require('node:path');
const { spawn } = require('node:child_process');
const { endWithUs } = require('./endWithUs');
const { failureWithLog } = require('./failureWithLog');

/**
 * Runs a command to its end, with its output in a log file.
 *
 * @param {string} purpose what it is for, as its failure would be told: 'Building the package'
 * @param {string} command
 * @param {string[]} args
 * @param {{ cwd: string, log: string, env?: NodeJS.ProcessEnv, user?: { uid?: number, gid?: number } }} options
 *   `user` is whom it runs as
 */
async function runCommand(purpose, command, args, { cwd, log, env = process.env, user }) {
	fs.mkdirSync(path.dirname(log), { recursive: true });
	const output = fs.openSync(log, 'w');
	const child = spawn(command, args, { cwd, env, ...user, stdio: ['ignore', output, output] });
	fs.closeSync(output);

	const release = endWithUs(() => child.kill('SIGKILL'));
	const outcome = await new Promise((resolve) => {
		child.once('error', (error) => resolve(error.message));
		child.once('exit', (code, signal) => resolve(signal ?? code));
	});
	release();
	if (outcome !== 0)
		throw failureWithLog(`${purpose} failed: ${command} ended with ${outcome}`, log);
}

module.exports = { runCommand };
