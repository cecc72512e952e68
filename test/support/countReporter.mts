import fs from 'node:fs';
import path from 'node:path';

const COUNTS = path.resolve(import.meta.dirname, '../../reports/counts.jsonl');

/** Adds one line with the counts of a finished test run to reports/counts.jsonl. */
class CountReporter {
	suite: any;

	constructor(_globalConfig: unknown, { suite = 'main' }: { suite?: string } = {}) {
		this.suite = suite;
	}

	onRunComplete(_contexts, results) {
		const counts = {
			suite: this.suite,
			passed: results.numPassedTests,
			// A test file that could not even be run has no test to count, and is no less a failure.
			failed: results.numFailedTests + results.numRuntimeErrorTestSuites,
			skipped: results.numPendingTests + results.numTodoTests,
		};
		fs.mkdirSync(path.dirname(COUNTS), { recursive: true });
		fs.appendFileSync(COUNTS, `${JSON.stringify(counts)}\n`);
	}
}

export default CountReporter;
