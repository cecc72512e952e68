// Runs benchmarks one after the other: npm run bench [-- name [argument ...] ...]. Each is a file beside this one, whose
// first lines tell what its arguments mean.

const { spawnSync } = require('node:child_process');
const { readdirSync } = require('node:fs');
const path = require('node:path');

const known = readdirSync(__dirname)
	.filter((file) => file.endsWith('.js') && file !== path.basename(__filename))
	.map((file) => path.basename(file, '.js'));
const asked = process.argv.slice(2);
const runs = asked.length > 0 ? withArguments(asked) : known.map((name) => [name]);
for (const [name, ...args] of runs) {
	console.log(`\n== ${[name, ...args].join(' ')}`);
	const file = path.join(__dirname, `${name}.js`);
	const { status } = spawnSync(process.execPath, [file, ...args], { stdio: 'inherit' });
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
