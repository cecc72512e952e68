import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { root } from './repository.mts';

const cruiser = join(root, 'node_modules/dependency-cruiser/bin/dependency-cruise.mjs');
const rules = join(root, '.dependency-cruiser.cjs');

/** @param {string} cwd @returns {{ found: string[], modules: number }} each violation as "rule: file" */
function cruise(cwd: string, folders): { found: string[]; modules: number } {
	const args = [cruiser, '--config', rules, '--output-type', 'json', ...folders];
	const { stdout, stderr } = spawnSync(process.execPath, args, { cwd, maxBuffer: 1e8 });
	if (stdout.length === 0) throw new Error(stderr.toString());
	const { summary } = JSON.parse(stdout);
	const found = summary.violations.map(({ rule, from, to }) => `${rule.name}: ${from} -> ${to}`);
	return { found, modules: summary.totalCruised };
}

/** Writes a small package: path -> text. @param {Record<string, string>} files */
function packageOf(files: Record<string, string>) {
	const folder = mkdtempSync(join(tmpdir(), 'arrows-'));
	const installed = Object.fromEntries(
		['n8n-workflow', 'luxon', 'lodash'].flatMap((name) => [
			[`node_modules/${name}/package.json`, JSON.stringify({ name, main: 'index.js' })],
			[`node_modules/${name}/index.js`, 'exports.x = 1;'],
		]),
	);
	const dependencies = { 'n8n-workflow': '*', luxon: '*', lodash: '*' };
	const own = { 'package.json': JSON.stringify({ name: 'fixture', dependencies }) };
	for (const [path, text] of Object.entries({ ...own, ...installed, ...files })) {
		mkdirSync(dirname(join(folder, path)), { recursive: true });
		writeFileSync(join(folder, path), text);
	}
	return folder;
}

const sound = {
	'nodes/A/A.node.ts':
		"import { x } from '../shared/n8n/n';\nimport { w } from '../shared/waiting/w';\nexport class A { p = [x, w]; }",
	'nodes/B/B.node.ts': 'export class B {}',
	'nodes/shared/n8n/n.ts': "import { x as y } from '../api/a';\nexport const x = y;",
	'nodes/shared/waiting/w.ts':
		"import { DateTime } from 'luxon';\nimport { x } from '../api/a';\nexport const w = [x, DateTime];",
	'nodes/shared/api/a.ts':
		"import { s } from '../speech/s';\nimport { createHash } from 'node:crypto';\nexport const x = [s, createHash];",
	'nodes/shared/speech/s.ts':
		"import type { IDataObject } from 'n8n-workflow';\nexport const s: IDataObject = {};",
	'credentials/C.credentials.ts':
		"import type { ICredentialType } from 'n8n-workflow';\nexport type C = ICredentialType;",
	'emulator/cli.mts': "import 'node:http';",
};

const forbidden = [
	['no-cycles', 'nodes/shared/speech/one.ts', "import { t } from './two';\nexport const o = t;"],
	['no-unresolved', 'nodes/A/missing.ts', "import { m } from './nowhere';\nexport const n = m;"],
	['credentials-stand-alone', 'credentials/D.ts', "export { B } from '../nodes/B/B.node';"],
	['no-node-imports-another', 'nodes/A/peek.ts', "export { B } from '../B/B.node';"],
	[
		'shared-knows-no-node',
		'nodes/shared/n8n/up.ts',
		"import type { B } from '../../B/B.node';\nexport type U = B;",
	],
	['speech-is-lowest', 'nodes/shared/speech/up.ts', "export { x } from '../api/a';"],
	[
		'speech-takes-only-types-of-n8n',
		'nodes/shared/speech/run.ts',
		"export { x } from 'n8n-workflow';",
	],
	['api-rests-on-speech', 'nodes/shared/api/up.ts', "export { w } from '../waiting/w';"],
	[
		'waiting-rests-on-n8n-and-api',
		'nodes/shared/waiting/up.ts',
		"export { B } from '../../B/B.node';",
	],
	['report-rests-on-speech', 'nodes/shared/report/up.ts', "export { x } from '../n8n/n';"],
	['n8n-rests-on-api', 'nodes/shared/n8n/aside.ts', "export { w } from '../waiting/w';"],
	['shipped-imports-only-what-n8n-has', 'nodes/A/lodash.ts', "export { x } from 'lodash';"],
	['shipped-imports-only-what-n8n-has', 'nodes/A/fs.ts', "export { readFileSync } from 'node:fs';"],
	['shipped-imports-only-what-n8n-has', 'nodes/A/borrow.ts', "export * from '../../emulator/cli';"],
	['emulator-stands-alone', 'emulator/borrow.mts', "export * from '../nodes/shared/speech/s';"],
];

describe('the arrows between rooms', () => {
	const folders = [];
	const fixture = (files) => {
		folders.push(packageOf(files));
		return folders.at(-1);
	};
	const all = ['nodes', 'credentials', 'emulator'];
	afterAll(() => folders.forEach((folder) => rmSync(folder, { recursive: true })));

	it('point one way in this repository', () => {
		const { found, modules } = cruise(root, all);
		expect(found).toEqual([]);
		expect(modules).toBeGreaterThan(10);
	});

	it('find nothing to say against a sound package', () => {
		expect(cruise(fixture(sound), all).found).toEqual([]);
	});

	describe('are really watched:', () => {
		let found;
		beforeAll(() => {
			const bad = Object.fromEntries(forbidden.map(([, path, text]) => [path, text]));
			const twin = {
				'nodes/shared/speech/two.ts': "import { o } from './one';\nexport const t = o;",
			};
			({ found } = cruise(fixture({ ...sound, ...bad, ...twin }), all));
		});

		it.each(forbidden)('%s refuses %s', (rule, path) => {
			expect(found.join('\n')).toContain(`${rule}: ${path} -> `);
		});
	});
});
