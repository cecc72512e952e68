import { relative } from 'node:path';
import { ESLint } from 'eslint';
import { parser } from 'typescript-eslint';

/** How long a file and a function may be, and how much a function may take. */
export const LIMITS = { lines: 250, linesOfFunction: 60, parameters: 5 };

/**
 * What is beyond the limits, each as `rule: path`, in order. No comment can silence it.
 *
 * @param paths of TypeScript files, relative to the folder
 */
export async function beyondLimits(paths: string[], folder: string): Promise<string[]> {
	const eslint = new ESLint({
		cwd: folder,
		overrideConfigFile: true,
		allowInlineConfig: false,
		overrideConfig: {
			files: ['**/*.ts', '**/*.mts'],
			languageOptions: { parser },
			rules: {
				'max-lines': ['error', LIMITS.lines],
				'max-lines-per-function': ['error', LIMITS.linesOfFunction],
				'max-params': ['error', LIMITS.parameters],
			},
		},
	});
	const results = await eslint.lintFiles(paths);
	return results
		.flatMap(({ filePath, messages }) =>
			messages.map(({ ruleId }) => `${String(ruleId)}: ${relative(folder, filePath)}`),
		)
		.sort();
}
