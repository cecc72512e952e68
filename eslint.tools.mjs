// For what is never shipped. n8n's own rules (eslint.config.mjs, which must stay as it is) are for the package.
import js from '@eslint/js';
import { defineConfig, globalIgnores } from 'eslint/config';
import tseslint from 'typescript-eslint';

export default defineConfig(
	globalIgnores([
		'dist',
		'reports',
		'coverage',
		'contract/types.d.ts',
		'playground/.cache',
		'playground/.cache-other',
	]),
	{
		files: ['**/*.mts', 'test/**/*.ts'],
		extends: [js.configs.recommended, tseslint.configs.strictTypeChecked],
		languageOptions: {
			parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname },
		},
		linterOptions: { reportUnusedDisableDirectives: 'error' },
		rules: {
			// a number in a text is what most templates are for
			'@typescript-eslint/restrict-template-expressions': [
				'error',
				{ allowNumber: true, allowBoolean: true },
			],
		},
	},
);
