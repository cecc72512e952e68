import e2e from './jest.e2e.config.mts';

/** Tests of what a person sees, with many pictures: too long to run before every landing. */
export default {
	...e2e,
	roots: ['<rootDir>/test/screens'],
	testMatch: ['<rootDir>/test/screens/**/*.screens.test.mts'],
	reporters: ['default', ['<rootDir>/test/support/countReporter.mts', { suite: 'screens' }]],
};
