import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative, sep } from 'node:path';
import { manifest, root } from './repository.mts';

const MOST_BYTES = 190_000;
const MINUTE = 60_000;

const AT_THE_TOP = /^(README\.md|LICENSE(\.\w+)?|package\.json|index\.js)$/;
const IN_DIST = /^dist\/(nodes|credentials|icons)\/|^dist\/package\.json$/;
const NOT_SHIPPED = /\.(test|spec)\.|\/(tests?|emulator|playground|bench)\/|tsbuildinfo|\.png$/i;

const run = (command, args, env = {}) =>
	execFileSync(command, args, { cwd: root, env: { ...process.env, ...env }, stdio: 'pipe' });

/** Every file below a folder, with forward slashes. @param {string} folder */
const filesBelow = (folder: string) =>
	readdirSync(folder, { recursive: true, withFileTypes: true })
		.filter((entry) => entry.isFile())
		.map((entry) => relative(folder, join(entry.parentPath ?? entry.path, entry.name)))
		.map((path) => path.split(sep).join('/'))
		.sort();

beforeAll(() => {
	if (!existsSync(join(root, 'dist')))
		throw new Error("There is no dist: run 'npm run build' first");
});

describe('the package', () => {
	let packed;
	beforeAll(() => {
		const answer = run('npm', ['pack', '--dry-run', '--json', '--ignore-scripts']);
		[packed] = JSON.parse(answer.toString());
	}, MINUTE);
	const paths = () => packed.files.map(({ path }) => path);

	it('holds dist and the few files npm always takes', () => {
		expect(paths().filter((path) => !AT_THE_TOP.test(path) && !IN_DIST.test(path))).toEqual([]);
	});

	it('holds nothing that only developers need', () => {
		expect(paths().filter((path) => NOT_SHIPPED.test(path))).toEqual([]);
	});

	it('holds every file package.json points at', () => {
		const { n8n, main } = manifest;
		const wanted = [main, ...n8n.nodes, ...n8n.credentials];
		expect(wanted.filter((path) => !paths().includes(path))).toEqual([]);
	});

	it(`weighs at most ${MOST_BYTES / 1000} kB`, () =>
		expect(packed.size).toBeLessThanOrEqual(MOST_BYTES));
});

describe('the two ways to build', () => {
	let folder;
	beforeAll(() => (folder = mkdtempSync(join(tmpdir(), 'build-'))));
	afterAll(() => rmSync(folder, { recursive: true }));

	it(
		'give the same files',
		() => {
			run('npx', ['tsc', '--outDir', folder]);
			run('npx', ['gulp', 'build:icons'], { BUILD_DIR: folder });
			expect(filesBelow(folder)).toEqual(filesBelow(join(root, 'dist')));
		},
		2 * MINUTE,
	);
});
