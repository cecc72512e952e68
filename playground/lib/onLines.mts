import readline from 'node:readline';

/**
 * Calls back for each line of a stream.
 *
 */
function onLines(stream: NodeJS.ReadableStream, onLine: (line: string) => void) {
	readline.createInterface({ input: stream, crlfDelay: Infinity }).on('line', onLine);
}

export { onLines };
