/** Tests that need a real n8n, which they share: one run of them opens one playground. */
module.exports = {
	rootDir: __dirname,
	roots: ['<rootDir>/test/e2e'],
	testMatch: ['<rootDir>/test/e2e/**/*.e2e.test.js'],
	testEnvironment: 'node',
	testTimeout: 180_000,
	maxWorkers: 1,
	globalSetup: '<rootDir>/test/e2e/support/openSharedPlayground.js',
	globalTeardown: '<rootDir>/test/e2e/support/closeSharedPlayground.js',
	reporters: ['default', ['<rootDir>/test/support/countReporter.js', { suite: 'e2e' }]],
};
