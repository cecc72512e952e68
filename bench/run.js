// Runs benchmarks one after the other: npm run bench [-- name ...]. Each is a file beside this one.

const { spawnSync } = require('node:child_process');
const { readdirSync } = require('node:fs');
const path = require('node:path');

const known = readdirSync(__dirname)
	.filter((file) => file.endsWith('.js') && file !== path.basename(__filename))
	.map((file) => path.basename(file, '.js'));
const wanted = process.argv.slice(2);
const unknown = wanted.filter((name) => !known.includes(name));
if (unknown.length > 0) {
	console.error(`There is no benchmark ${unknown.join(', ')}. There are: ${known.join(', ')}.`);
	process.exit(1);
}
for (const name of wanted.length > 0 ? wanted : known) {
	console.log(`\n== ${name}`);
	const { status } = spawnSync(process.execPath, [path.join(__dirname, `${name}.js`)], {
		stdio: 'inherit',
	});
	if (status !== 0) process.exitCode = 1;
}
