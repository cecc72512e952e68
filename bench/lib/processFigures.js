const fs = require('node:fs');
const path = require('node:path');
const { waitUntil } = require('../../playground/lib/waitUntil');

const CLOCK_TICKS_PER_SECOND = 100;

/** What an n8n of the playground is started with to be measured. */
const nodeArguments = ['--expose-gc', '--require', path.join(__dirname, 'tellMemory.js')];

/**
 * The memory of an n8n after all garbage is collected, in bytes: `rss` is all that is resident, `heapUsed` what
 * JavaScript holds. An isolate, in which n8n evaluates expressions, is in the first only.
 *
 * @param {{ n8n: { pid: () => number }, userFolder: string }} playground
 * @returns {Promise<NodeJS.MemoryUsage>}
 */
async function collectedMemoryOf({ n8n, userFolder }) {
	const file = path.join(userFolder, 'memory.json');
	fs.rmSync(file, { force: true });
	process.kill(n8n.pid(), 'SIGUSR2');
	return await waitUntil(
		async () => fs.existsSync(file) && JSON.parse(fs.readFileSync(file, 'utf8')),
		{ every: 100, patience: 30_000, otherwise: () => 'n8n does not tell its memory' },
	);
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

module.exports = { nodeArguments, collectedMemoryOf, processorTimeOf };
