import { common, transformIgnorePatterns } from './support/jestCommon.mts';

/** Tests that need a real n8n, which they share: one run of them opens one playground. */
export default {
	...common,
	roots: ['<rootDir>/test/e2e'],
	testMatch: ['<rootDir>/test/e2e/**/*.e2e.test.mts'],
	testEnvironment: 'node',
	testTimeout: 180_000,
	maxWorkers: 1,
	globalSetup: '<rootDir>/test/e2e/support/openSharedPlayground.mts',
	globalTeardown: '<rootDir>/test/e2e/support/closeSharedPlayground.mts',
	transformIgnorePatterns,
	reporters: ['default', ['<rootDir>/test/support/countReporter.mts', { suite: 'e2e' }]],
};
