import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { beyondLimits, LIMITS } from './limits.mts';
import { repositoryFiles, root, shippedSources, textOf } from './repository.mts';

const MINUTE = 60_000;

interface Source {
	path: string;
	text: string;
}

/** True for a file whose every statement is `export ... from '...'`. */
function onlyReExports(text: string) {
	const code = text.replace(/\/\*[\s\S]*?\*\/|\/\/.*$/gm, '');
	const rest = code.replace(
		/export\s+(type\s+)?(\*(\s+as\s+\w+)?|\{[^}]*\})\s+from\s+['"][^'"]+['"];?/g,
		'',
	);
	return code.trim() !== '' && rest.trim() === '';
}

describe('the shipped source files', () => {
	const sources: Source[] = shippedSources().map((path) => ({ path, text: textOf(path) }));
	const offenders = (isBad: (source: Source) => boolean) =>
		sources.filter(isBad).map(({ path }) => path);

	it('exist', () => {
		expect(sources.length).toBeGreaterThan(0);
	});

	it('are named for an idea', () => {
		const vague = /^(utils?|helpers?|misc|common|functions|genericFunctions)\.ts$/i;
		expect(offenders(({ path }) => vague.test(basename(path)))).toEqual([]);
	});

	it('hold no index.ts that only passes things on', () => {
		const passesOn = ({ path, text }: Source) =>
			basename(path) === 'index.ts' && onlyReExports(text);
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

describe('the source files', () => {
	const sources = repositoryFiles().filter((path) => /\.m?ts$/.test(path));
	const rooms = /^(nodes|credentials|emulator|playground|bench)\//;
	const sharedByTests = /^test\/(?!.*\.test\.)/;

	let beyond: string[];
	beforeAll(async () => {
		const inRooms = sources.filter((path) => rooms.test(path) || sharedByTests.test(path));
		beyond = await beyondLimits(inRooms, root);
	}, 5 * MINUTE);

	it(`have at most ${LIMITS.lines} lines`, () => {
		expect(beyond.filter((one) => one.startsWith('max-lines:'))).toEqual([]);
	});

	it(`have functions of at most ${LIMITS.linesOfFunction} lines and ${LIMITS.parameters} parameters`, () => {
		const functions = beyond.filter((one) =>
			/^max-(lines-per-function|params): (?!test\/)/.test(one),
		);
		expect(functions).toEqual([]);
	});
});

describe('the limits are watched:', () => {
	let folder: string;
	beforeAll(() => {
		folder = mkdtempSync(join(tmpdir(), 'limits-'));
	});
	afterAll(() => {
		rmSync(folder, { recursive: true });
	});

	const functionOf = (lines: number) =>
		`export function f() {\n${'\tvoid 0;\n'.repeat(lines - 2)}}\n`;
	const fileOf = (lines: number) => 'export {};\n'.repeat(lines);
	const taking = (count: number) =>
		`export const f = (${Array.from({ length: count }, (_, index) => `p${index}: number`).join(', ')}) => 0;\n`;

	it.each([
		['a file', 'max-lines', fileOf, LIMITS.lines],
		['a function', 'max-lines-per-function', functionOf, LIMITS.linesOfFunction],
		['a list of parameters', 'max-params', taking, LIMITS.parameters],
	])('%s may be as long as the limit of %s, and no longer', async (_what, rule, make, most) => {
		writeFileSync(join(folder, 'most.ts'), make(most));
		writeFileSync(join(folder, 'more.mts'), `// eslint-disable-next-line\n${make(most + 1)}`);
		expect(await beyondLimits(['most.ts', 'more.mts'], folder)).toEqual([`${rule}: more.mts`]);
	});
});

describe('the check for passing on', () => {
	it.each([
		["export * from './a';\nexport { b } from './b'; // why", true],
		["export type { A } from './a';", true],
		["export { b } from './b';\nexport const c = 1;", false],
		['', false],
	])('%j is %s', (text, expected) => {
		expect(onlyReExports(text)).toBe(expected);
	});
});
