// How long n8n takes to load all nodes and credentials of this package, in a fresh process that has n8n-workflow loaded.

import { execFileSync } from 'node:child_process';
import path from 'node:path';
import { inWords, spread } from './lib/spread.mts';
import manifest from '../package.json' with { type: 'json' };

const ROUNDS = 15;
const root = path.resolve(import.meta.dirname, '..');
const files = [...manifest.n8n.nodes, ...manifest.n8n.credentials].map((file) =>
	path.join(root, file),
);

/** Loads the files one after the other and prints the milliseconds of each. */
const script = `
	require('n8n-workflow');
	require('luxon');
	const files = ${JSON.stringify(files)};
	const took = files.map((file) => {
		const begun = process.hrtime.bigint();
		require(file);
		return Number(process.hrtime.bigint() - begun) / 1e6;
	});
	console.log(JSON.stringify(took));
`;

const rounds = Array.from({ length: ROUNDS }, () =>
	JSON.parse(execFileSync(process.execPath, ['-e', script], { cwd: root, encoding: 'utf8' })),
);
const sum = (times) => times.reduce((all, time) => all + time, 0);
const total = spread(rounds.map(sum));
console.log(`${files.length} files in a fresh process, ${ROUNDS} rounds, milliseconds\n`);
files.forEach((file, index) => {
	const name = path.basename(file, '.js');
	console.log(`${name.padEnd(48)}${inWords(spread(rounds.map((round) => round[index])))}`);
});
console.log(`${'all'.padEnd(48)}${inWords(total)}`);
console.log(JSON.stringify({ bench: 'loading', files: files.length, milliseconds: total }));
