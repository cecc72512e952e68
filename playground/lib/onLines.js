const readline = require('node:readline');

/**
 * Calls back for each line of a stream.
 *
 * @param {NodeJS.ReadableStream} stream
 * @param {(line: string) => void} onLine
 */
function onLines(stream, onLine) {
	readline.createInterface({ input: stream, crlfDelay: Infinity }).on('line', onLine);
}

module.exports = { onLines };
