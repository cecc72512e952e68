// How fast a large archive is uploaded from where n8n keeps files, beside a bare loop of requests that does nothing
// else, to the same emulator. Arguments: size in MiB, rounds.

import { mkdirSync } from 'node:fs';
import path from 'node:path';
import { endOnFailure } from '../playground/lib/endOnFailure.mts';
import { openPlayground } from '../playground/n8n.mts';
import { bareUpload } from './lib/bareUpload.mts';
import { inTurn } from './lib/inTurn.mts';
import { inWords, spread } from './lib/spread.mts';
import { uploadInN8n } from './lib/uploadInN8n.mts';
import { writeLargeArchive } from './lib/writeLargeArchive.mts';

const [mebibytes = 256, rounds = 7] = process.argv.slice(2).map(Number);

async function measure() {
	const playground = await openPlayground('bench-upload-speed', {
		speed: 1_000,
		report: console.log,
	});
	try {
		const folder = path.join(playground.userFolder, '.n8n-files');
		mkdirSync(folder, { recursive: true });
		const file = path.join(folder, 'large.zip');
		const { bytes, recordings } = await writeLargeArchive(file, mebibytes * 1024 * 1024);
		console.log(`An archive of ${mebibytes} MiB with ${recordings} recordings, ${rounds} rounds.`);
		const ways = {
			'bare loop': async () => await bareUpload(playground.emulator, file),
			'Upload Dataset': async () => await ours(playground, file),
		};
		const took = await inTurn(rounds, ways);
		tell(bytes, took);
	} finally {
		await playground.close();
	}
}

async function ours(playground, file) {
	const times = await uploadInN8n(playground, file);
	const { begun, ended } = times['Upload Dataset'];
	return ended - begun;
}

function tell(bytes, took) {
	const bare = took['bare loop'];
	for (const [name, times] of Object.entries(took)) {
		const ratio = spread(times.map((time, round) => bare[round] / time));
		const rate = spread(times.map((time) => bytes / 1024 / 1024 / (time / 1_000)));
		console.log(
			`${name.padEnd(20)}${inWords(rate, 0)} MiB/s, ${inWords(ratio, 2)} x the bare loop`,
		);
	}
	console.log(JSON.stringify({ bench: 'uploadSpeed', bytes, rounds, milliseconds: took }));
}

endOnFailure(measure());
