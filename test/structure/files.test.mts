import { basename } from 'node:path';
import { shippedSources, textOf } from './repository.mts';

const LONGEST = 250;
const MEDIAN = 60;

const lineCount = (text) => text.trimEnd().split('\n').length;

/** True for a file whose every statement is `export ... from '...'`. */
function onlyReExports(text) {
	const code = text.replace(/\/\*[\s\S]*?\*\/|\/\/.*$/gm, '');
	const rest = code.replace(
		/export\s+(type\s+)?(\*(\s+as\s+\w+)?|\{[^}]*\})\s+from\s+['"][^'"]+['"];?/g,
		'',
	);
	return code.trim() !== '' && rest.trim() === '';
}

describe('the shipped source files', () => {
	const sources = shippedSources().map((path) => ({ path, text: textOf(path) }));
	const offenders = (isBad) => sources.filter(isBad).map(({ path }) => path);

	it('exist', () => expect(sources.length).toBeGreaterThan(0));

	it(`have at most ${LONGEST} lines`, () => {
		expect(offenders(({ text }) => lineCount(text) > LONGEST)).toEqual([]);
	});

	it(`have a median under ${MEDIAN} lines`, () => {
		const counts = sources.map(({ text }) => lineCount(text)).sort((a, b) => a - b);
		expect(counts[Math.floor(counts.length / 2)]).toBeLessThan(MEDIAN);
	});

	it('are named for an idea', () => {
		const vague = /^(utils?|helpers?|misc|common|functions|genericFunctions)\.ts$/i;
		expect(offenders(({ path }) => vague.test(basename(path)))).toEqual([]);
	});

	it('hold no index.ts that only passes things on', () => {
		const passesOn = ({ path, text }) => basename(path) === 'index.ts' && onlyReExports(text);
		expect(offenders(passesOn)).toEqual([]);
	});

	// n8n's scan of a published package ignores such comments and fails where the local lint passes
	it('silence no lint rule', () => {
		expect(offenders(({ text }) => text.includes('eslint-disable'))).toEqual([]);
	});

	it('are no tests', () => {
		expect(offenders(({ path }) => /\.(test|spec)\.ts$|__tests__/.test(path))).toEqual([]);
	});
});

describe('the check for passing on', () => {
	it.each([
		["export * from './a';\nexport { b } from './b'; // why", true],
		["export type { A } from './a';", true],
		["export { b } from './b';\nexport const c = 1;", false],
		['', false],
	])('%j is %s', (text, expected) => expect(onlyReExports(text)).toBe(expected));
});
