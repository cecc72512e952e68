const fs = require('node:fs');

// Prints the sums of what every test runner counted, and fails when there is a failure or no count.
const file = process.argv[2];
const lines = fs.existsSync(file) ? fs.readFileSync(file, 'utf8').trim().split('\n') : [];
const counts = lines.map((line) => JSON.parse(line));
const sum = (key) => counts.reduce((total, count) => total + count[key], 0);

console.log(`${sum('passed')} passed, ${sum('failed')} failed`);
process.exitCode = sum('failed') > 0 || sum('passed') === 0 ? 1 : 0;
