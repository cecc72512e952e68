import { common } from './support/jestCommon.mts';

/** Tests that need n8n in queue mode: several processes of n8n, over a Redis and a PostgreSQL. */
export default {
	...common,
	roots: ['<rootDir>/test/queue'],
	testMatch: ['<rootDir>/test/queue/**/*.queue.test.mts'],
	testEnvironment: '<rootDir>/test/e2e/support/playgroundEnvironment.mts',
	testTimeout: 180_000,
	maxWorkers: 1,
	reporters: ['default', ['<rootDir>/test/support/countReporter.mts', { suite: 'queue' }]],
};
