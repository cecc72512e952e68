const { existsSync } = require('node:fs');
const { availableParallelism } = require('node:os');

const countReporter = `${__dirname}/test/support/countReporter.js`;

/**
 * Unit, engine, contract and structure tests.
 * What needs a real n8n runs from jest.e2e.config.js, and in queue mode from jest.queue.config.js.
 */
module.exports = {
	rootDir: __dirname,
	roots: ['<rootDir>/test'],
	testMatch: ['<rootDir>/test/**/*.test.{ts,js}'],
	testPathIgnorePatterns: ['/node_modules/', '<rootDir>/test/e2e/', '<rootDir>/test/queue/'],
	testEnvironment: 'node',
	testTimeout: 60_000,
	// Many tests wait for answers that are slow on purpose, so one more than there are cores gets along.
	maxWorkers: Math.max(2, availableParallelism() + 1),
	setupFiles: ['<rootDir>/test/support/engineEnvironment.js'],
	globalSetup: '<rootDir>/test/support/makeEngineFolder.js',
	globalTeardown: '<rootDir>/test/support/removeEngineFolder.js',
	transform: {
		'^.+\\.ts$': [
			'@swc/jest',
			{ jsc: { parser: { syntax: 'typescript', decorators: true }, target: 'es2022' } },
		],
	},
	reporters: ['default', ...(existsSync(countReporter) ? [countReporter] : [])],
};
