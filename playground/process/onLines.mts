import readline from 'node:readline';

/** Calls back for each line of a stream. */
export function onLines(stream: NodeJS.ReadableStream, onLine: (line: string) => void): void {
	readline.createInterface({ input: stream, crlfDelay: Infinity }).on('line', onLine);
}
