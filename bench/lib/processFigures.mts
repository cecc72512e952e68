import fs from 'node:fs';
import path from 'node:path';
import { waitUntil } from '../../playground/lib/waitUntil.mts';

const CLOCK_TICKS_PER_SECOND = 100;

/** What an n8n of the playground is started with to be measured. */
const nodeArguments = ['--expose-gc', '--import', path.join(import.meta.dirname, 'tellMemory.mts')];

/**
 * The memory of an n8n after all garbage is collected, in bytes: `rss` is all that is resident, `heapUsed` what
 * JavaScript holds. An isolate, in which n8n evaluates expressions, is in the first only.
 *
 */
async function collectedMemoryOf({
	n8n,
	userFolder,
}: {
	n8n: { pid: () => number };
	userFolder: string;
}): Promise<NodeJS.MemoryUsage> {
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

export { nodeArguments, collectedMemoryOf, processorTimeOf };
