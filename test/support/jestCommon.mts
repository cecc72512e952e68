import path from 'node:path';

const root = path.resolve(import.meta.dirname, '../..');

/** Packages that are ECMAScript modules alone, which jest does not load as they are on Node 20. */
export const transformIgnorePatterns = ['/node_modules/(?!get-port/)'];

/**
 * What every run of jest has in common: where the repository is, and how TypeScript is turned into the CommonJS that
 * jest runs. Types are checked elsewhere.
 */
export const common = {
	rootDir: root,
	moduleFileExtensions: ['js', 'mjs', 'cjs', 'ts', 'mts', 'json', 'node'],
	transform: {
		'^.+\\.m?ts$|/node_modules/get-port/.+\\.js$': [
			'@swc/jest',
			{ jsc: { parser: { syntax: 'typescript', decorators: true }, target: 'es2022' } },
		],
	},
};
