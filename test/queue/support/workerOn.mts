import fs from 'node:fs';

/**
 * The worker that took up an execution last.
 *
 * @template {{ log: string }} W
 */
function workerOn<W>(workers: W[], executionId: string): W {
	const taken = workers.map((worker) => ({ worker, at: lastStart(worker.log, executionId) }));
	const [latest] = taken.sort((a, b) => b.at - a.at);
	if (latest.at === 0) throw new Error(`No worker has taken up execution ${executionId}`);
	return latest.worker;
}

/** When a worker began to work on an execution, in milliseconds since the epoch; 0 for never. */
function lastStart(log, executionId) {
	const sentence = `Worker started execution ${executionId} `;
	const lines = fs.readFileSync(log, 'utf8').split('\n');
	const times = lines
		.filter((line) => line.startsWith('{') && line.includes(sentence))
		.map((line) => Date.parse(JSON.parse(line).metadata.timestamp));
	return Math.max(0, ...times);
}

export { workerOn };
