import path from 'node:path';

/** The repository. */
export const root = path.resolve(import.meta.dirname, '../..');

/** Packages that are ECMAScript modules alone, which jest does not load as they are on Node 20. */
export const transformIgnorePatterns = ['/node_modules/(?!get-port/)'];

/** Turns TypeScript into the CommonJS that jest runs; types are checked elsewhere. */
export const transform = {
	'^.+\\.m?ts$|/node_modules/get-port/.+\\.js$': [
		'@swc/jest',
		{ jsc: { parser: { syntax: 'typescript', decorators: true }, target: 'es2022' } },
	],
};
