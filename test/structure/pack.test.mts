import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative, sep } from 'node:path';
import { manifest, root } from './repository.mts';

const MOST_BYTES = 215_000;
const MINUTE = 60_000;

const AT_THE_TOP = /^(README\.md|LICENSE(\.\w+)?|package\.json|index\.js)$/;
const IN_DIST = /^dist\/(nodes|credentials|icons)\/|^dist\/package\.json$/;
const NOT_SHIPPED = /\.(test|spec)\.|\/(tests?|emulator|playground|bench)\/|tsbuildinfo|\.png$/i;

const run = (command: string, args: string[], env: Record<string, string> = {}) =>
	execFileSync(command, args, { cwd: root, env: { ...process.env, ...env }, stdio: 'pipe' });

/** Every file below a folder, with forward slashes. */
const filesBelow = (folder: string) =>
	readdirSync(folder, { recursive: true, withFileTypes: true })
		.filter((entry) => entry.isFile())
		.map((entry) => relative(folder, join(entry.parentPath, entry.name)))
		.map((path) => path.split(sep).join('/'))
		.sort();

beforeAll(() => {
	if (!existsSync(join(root, 'dist')))
		throw new Error("There is no dist: run 'npm run build' first");
});

/** What `npm pack --json` tells of a package. */
interface Packed {
	size: number;
	files: Array<{ path: string }>;
}

describe('the package', () => {
	let packed: Packed;
	beforeAll(() => {
		const answer = run('npm', ['pack', '--dry-run', '--json', '--ignore-scripts']);
		[packed] = JSON.parse(answer.toString()) as [Packed];
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

	it(`weighs at most ${MOST_BYTES / 1000} kB`, () => {
		expect(packed.size).toBeLessThanOrEqual(MOST_BYTES);
	});
});

describe('the two ways to build', () => {
	let folder: string;
	beforeAll(() => (folder = mkdtempSync(join(tmpdir(), 'build-'))));
	afterAll(() => {
		rmSync(folder, { recursive: true });
	});

	it(
		'give the same files',
		() => {
			run('npx', ['tsc', '--outDir', folder]);
			run('npx', ['gulp'], { BUILD_DIR: folder });
			const dist = join(root, 'dist');
			const byHand = filesBelow(folder);
			expect(byHand).toEqual(filesBelow(dist));
			const bytesOf = (base: string, file: string) => readFileSync(join(base, file));
			const differing = byHand.filter((file) => !bytesOf(folder, file).equals(bytesOf(dist, file)));
			expect(differing).toEqual([]);
		},
		2 * MINUTE,
	);
});
