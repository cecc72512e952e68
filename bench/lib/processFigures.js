const fs = require('node:fs');
const path = require('node:path');
const { waitUntil } = require('../../playground/lib/waitUntil');

const CLOCK_TICKS_PER_SECOND = 100;

/** What an n8n of the playground is started with to be measured. */
const nodeArguments = ['--expose-gc', '--require', path.join(__dirname, 'tellMemory.js')];

/**
 * The resident memory of an n8n after all garbage is collected, in bytes. Most of what an execution holds is not on
 * the heap: n8n evaluates its expressions in an isolate of its own.
 *
 * @param {{ n8n: { pid: () => number }, userFolder: string }} playground
 * @returns {Promise<number>}
 */
async function residentMemoryOf({ n8n, userFolder }) {
	const file = path.join(userFolder, 'memory.json');
	fs.rmSync(file, { force: true });
	process.kill(n8n.pid(), 'SIGUSR2');
	const { rss } = await waitUntil(
		async () => fs.existsSync(file) && JSON.parse(fs.readFileSync(file, 'utf8')),
		{ every: 100, patience: 30_000, otherwise: () => 'n8n does not tell its memory' },
	);
	return rss;
}

/** The processor time a process has used so far, in milliseconds. Linux only. */
function processorTimeOf(pid) {
	const stat = fs.readFileSync(`/proc/${pid}/stat`, 'utf8');
	const [user, system] = stat
		.slice(stat.lastIndexOf(')') + 2)
		.split(' ')
		.slice(11, 13)
		.map(Number);
	return ((user + system) * 1_000) / CLOCK_TICKS_PER_SECOND;
}

module.exports = { nodeArguments, residentMemoryOf, processorTimeOf };
