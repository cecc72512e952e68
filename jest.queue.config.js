/** Tests that need n8n in queue mode: several processes of n8n, over a Redis and a PostgreSQL. */
module.exports = {
	rootDir: __dirname,
	roots: ['<rootDir>/test/queue'],
	testMatch: ['<rootDir>/test/queue/**/*.queue.test.js'],
	testEnvironment: '<rootDir>/test/e2e/support/playgroundEnvironment.js',
	testTimeout: 180_000,
	maxWorkers: 1,
	reporters: ['default', ['<rootDir>/test/support/countReporter.js', { suite: 'queue' }]],
};
