import fs from 'node:fs';

const TAIL_LINES = 25;

/**
 * An error that shows the end of a log and tells where the rest of it is.
 *
 */
function failureWithLog(sentence: string, log: string) {
	const text = fs.existsSync(log) ? fs.readFileSync(log, 'utf8').trimEnd() : '';
	const tail = text.split('\n').slice(-TAIL_LINES).join('\n');
	return new Error(`${sentence}.\n${tail}\nThe whole log is in ${log}`);
}

export { failureWithLog };
