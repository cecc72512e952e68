// How much memory n8n needs to check and upload a large archive: in a real n8n, to the emulator, the file kept where
// n8n keeps files. Argument: size in MiB. Linux only.

import { copyFileSync, mkdirSync } from 'node:fs';
import path from 'node:path';
import { openPlayground } from '../playground/n8n.mts';
import { endOnFailure } from '../playground/lib/endOnFailure.mts';
import { workflows } from '../playground/lib/paths.mts';
import { residentMemory, watchMemory } from './lib/memoryOf.mts';
import { uploadInN8n } from './lib/uploadInN8n.mts';
import { writeLargeArchive } from './lib/writeLargeArchive.mts';

const [mebibytes = 1024] = process.argv.slice(2).map(Number);
const rest = () => new Promise((resolve) => setTimeout(resolve, 15_000));

async function measure() {
	const playground = await openPlayground('bench-uploads', { speed: 1_000, report: console.log });
	const folder = path.join(playground.userFolder, '.n8n-files');
	mkdirSync(folder, { recursive: true });
	try {
		const [small, large] = [path.join(folder, 'small.txt'), path.join(folder, 'large.zip')];
		copyFileSync(path.join(workflows, 'sample-data', 'plain-text.txt'), small);
		const { bytes, recordings } = await writeLargeArchive(large, mebibytes * 1024 * 1024);
		console.log(`An archive of ${mib(bytes / 1024 / 1024)} with ${recordings} recordings.`);
		// The first run loads the code of the nodes, as any use of n8n does.
		await uploadInN8n(playground, small);
		for (const round of ['first', 'second']) {
			await rest();
			tell(round, bytes, await watched(playground, large));
		}
	} finally {
		await playground.close();
	}
}

async function watched(playground, file) {
	const pid = playground.n8n.pid();
	const idle = residentMemory(pid);
	const memory = watchMemory(pid);
	const times = await uploadInN8n(playground, file);
	memory.stop();
	const peakOf = (node) => memory.peak(times[node].begun, times[node].ended);
	const begin = memory.peak(times['Upload Dataset'].begun - 200, times['Upload Dataset'].begun);
	const { begun, ended } = times['Upload Dataset'];
	return {
		idle,
		reading: peakOf('Read Files'),
		begin,
		uploading: peakOf('Upload Dataset'),
		seconds: (ended - begun) / 1000,
	};
}

function tell(round, bytes, { idle, reading, begin, uploading, seconds }) {
	console.log(`\nResident memory of n8n, ${round} time: ${mib(idle)} idle,`);
	console.log(
		`  ${mib(reading)} while n8n itself takes the file in (${mib(reading - idle)} above idle),`,
	);
	console.log(`  ${mib(begin)} when Upload Dataset begins,`);
	console.log(
		`  ${mib(uploading)} while it checks and uploads (${mib(uploading - begin)} more), in ${seconds} s.`,
	);
	const facts = { idle, reading, begin, uploading };
	const rounded = Object.entries(facts).map(([name, value]) => [name, Math.round(value)]);
	console.log(
		JSON.stringify({ bench: 'uploads', round, bytes, seconds, ...Object.fromEntries(rounded) }),
	);
}

function mib(mebibytes) {
	return `${mebibytes.toFixed(0)} MiB`;
}

endOnFailure(measure());
