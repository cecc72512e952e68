import { common, transformIgnorePatterns } from './support/jestCommon.mts';

/** Tests of what a person sees, with many pictures: too long to run before every landing. */
export default {
	...common,
	roots: ['<rootDir>/test/screens'],
	testMatch: ['<rootDir>/test/screens/**/*.screens.test.mts'],
	testEnvironment: 'node',
	testTimeout: 180_000,
	maxWorkers: 1,
	globalSetup: '<rootDir>/test/e2e/support/openSharedPlayground.mts',
	globalTeardown: '<rootDir>/test/e2e/support/closeSharedPlayground.mts',
	transformIgnorePatterns,
	reporters: ['default', ['<rootDir>/test/support/countReporter.mts', { suite: 'screens' }]],
};
