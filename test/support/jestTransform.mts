import path from 'node:path';

/** The repository. */
export const root = path.resolve(import.meta.dirname, '../..');

/** Turns TypeScript into the CommonJS that jest runs; types are checked elsewhere. */
export const transform = {
	'^.+\\.m?ts$': [
		'@swc/jest',
		{ jsc: { parser: { syntax: 'typescript', decorators: true }, target: 'es2022' } },
	],
};
