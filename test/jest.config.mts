import { availableParallelism } from 'node:os';
import { common } from './support/jestCommon.mts';

// What a worker runs jest has transformed: a loader of its own would only make it start and end later.
const loader = process.execArgv.indexOf('--import');
if (loader >= 0) process.execArgv.splice(loader, 2);

/**
 * Unit, engine, contract and structure tests.
 * What needs a real n8n runs from jest.e2e.config.mts, in queue mode from jest.queue.config.mts, and what a person sees from jest.screens.config.mts.
 */
export default {
	...common,
	// coverage also counts what is shipped and no test loads
	roots: ['<rootDir>/test', '<rootDir>/nodes', '<rootDir>/credentials'],
	testMatch: ['<rootDir>/test/**/*.test.{ts,mts}'],
	testPathIgnorePatterns: [
		'/node_modules/',
		'<rootDir>/test/e2e/',
		'<rootDir>/test/queue/',
		'<rootDir>/test/screens/',
	],
	testEnvironment: 'node',
	testTimeout: 60_000,
	// Many tests wait for answers that are slow on purpose, so two more than there are cores get along.
	maxWorkers: Math.max(3, availableParallelism() + 2),
	setupFiles: [
		'<rootDir>/test/support/engineEnvironment.mts',
		'<rootDir>/test/support/pluginNames.mts',
	],
	globalSetup: '<rootDir>/test/support/makeEngineFolder.mts',
	globalTeardown: '<rootDir>/test/support/removeEngineFolder.mts',
	collectCoverageFrom: ['nodes/**/*.ts', 'credentials/**/*.ts'],
	coverageReporters: ['text-summary', 'json-summary', 'lcovonly'],
	reporters: ['default', '<rootDir>/test/support/countReporter.mts'],
};
