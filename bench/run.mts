// Runs benchmarks one after the other: npm run bench [-- name [argument ...] ...]. Each is a file beside this one, whose
// first lines tell what its arguments mean.

import { spawnSync } from 'node:child_process';
import { readdirSync } from 'node:fs';
import path from 'node:path';
import { typescriptArguments } from '../playground/lib/typescriptArguments.mts';

const known = readdirSync(import.meta.dirname)
	.filter((file) => file.endsWith('.mts') && file !== path.basename(import.meta.filename))
	.map((file) => path.basename(file, '.mts'));
const asked = process.argv.slice(2);
const runs = asked.length > 0 ? withArguments(asked) : known.map((name) => [name]);
for (const [name, ...args] of runs) {
	console.log(`\n== ${[name, ...args].join(' ')}`);
	const file = path.join(import.meta.dirname, `${name}.mts`);
	const { status } = spawnSync(process.execPath, [...typescriptArguments, file, ...args], {
		stdio: 'inherit',
	});
	if (status !== 0) process.exitCode = 1;
}

/** `waiting 1000 looks` are two benchmarks, the first with an argument. */
function withArguments(words) {
	const runs = [];
	for (const word of words) {
		if (known.includes(word)) runs.push([word]);
		else if (runs.length > 0) runs.at(-1).push(word);
		else {
			console.error(`There is no benchmark ${word}. There are: ${known.join(', ')}.`);
			process.exit(1);
		}
	}
	return runs;
}
