import { createRequire } from 'node:module';

interface TestEvent {
	name: string;
	test?: { errors: unknown[]; mode?: string | null };
}

interface Environment {
	handleTestEvent?: (event: TestEvent, state: unknown) => unknown;
}

interface Result {
	testResults: Array<{ fullName: string; status: string; failureMessages: string[] }>;
	numFailingTests: number;
	numPassingTests: number;
	numPendingTests: number;
	/** Set by jest once the file has run. */
	perfStats: { runtime: number };
}

/** What holds for all files of a run; each mutant has a run of its own, with a pattern of the tests that meet it. */
interface Run {
	testNamePattern?: string;
}

type TestRunner = (
	run: Run,
	project: unknown,
	environment: Environment,
	runtime: unknown,
	path: string,
) => Promise<Result>;

const { default: circus } = createRequire(import.meta.url)('jest-circus/runner') as {
	default: TestRunner;
};

/** The first result of every file, by its path: that tells which tests it has, and how long they take. */
const results = new Map<string, Result>();

/** The last run in which a test has failed. */
let failed: Run | undefined;

/**
 * Runs the tests of a file for a mutant until one fails, and does not even load the file when none of them meets the
 * mutant. Jest alone does neither, and to load a file takes longer than most of its tests.
 * Stryker takes such a runner only if its path names jest-circus.
 */
const stopsEarly: TestRunner = async (run, project, environment, runtime, path) => {
	const before = results.get(path);
	if (before && (failed === run || !isMet(before, run))) return skipped(before);
	if (run.testNamePattern !== undefined) skipAfterFailure(environment, run);
	const result = await circus(run, project, environment, runtime, path);
	// without tests when it could not be loaded
	if (!before && result.testResults.length > 0) results.set(path, result);
	return result;
};
export default stopsEarly;

/** How long a file took when it was run first, in milliseconds. */
export const timeOf = (path: string): number => results.get(path)?.perfStats.runtime ?? 0;

function skipped(before: Result): Result {
	const testResults = before.testResults.map((test) => ({
		...test,
		status: 'pending',
		failureMessages: [],
	}));
	return {
		...before,
		testResults,
		numFailingTests: 0,
		numPassingTests: 0,
		numPendingTests: testResults.length,
	};
}

function isMet({ testResults }: Result, { testNamePattern }: Run): boolean {
	if (testNamePattern === undefined) return true;
	const pattern = new RegExp(testNamePattern, 'i');
	return testResults.some(({ fullName }) => pattern.test(fullName));
}

function skipAfterFailure(environment: Environment, run: Run): void {
	const handle = environment.handleTestEvent?.bind(environment);
	environment.handleTestEvent = async (event, state) => {
		await handle?.(event, state);
		const { name, test } = event;
		if (!test) return;
		if (name === 'test_done' && test.errors.length > 0) failed = run;
		if (name === 'test_start' && failed === run) test.mode = 'skip';
	};
}
