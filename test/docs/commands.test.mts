import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import type { Readable } from 'node:stream';
import type { PaginatedCustomModels } from '../../contract/types.d.ts';
import { defined } from '../support/defined';
import { manifest, repositoryFiles, root, textOf } from '../structure/repository.mts';
import { allPages, blocksOf, codeIn, proseOf, readPage, userPages } from './support/pages.mts';
import { typescriptArguments } from '../../playground/process/typescriptArguments.mts';

const FROM_SOURCE = 'test/e2e/fromSource.e2e.test.mts';

/** What runs a command that a page tells people to type, and a text that stands in it. */
const RUN_BY = new Map([
	['npm ci && npm run demo', { file: 'test/e2e/support/runDemo.mts', text: 'demo.mts' }],
	['npm ci && npm run build && npm pack', { file: FROM_SOURCE, text: 'npm run build && npm pack' }],
	[
		'npm install --legacy-peer-deps --prefix ~/.n8n/nodes ./n8n-nodes-custom-speech-0.1.0.tgz',
		{ file: FROM_SOURCE, text: `${manifest.name}-${manifest.version}.tgz'` },
	],
	['npm ci && npm test', { file: '.ci/run', text: 'npm ci\nfailed=0\nnpm test' }],
]);

const commandsIn = (page: string) =>
	blocksOf(readPage(page))
		.flatMap(({ language, content }) =>
			language === 'bash' || language === 'sh' || content.startsWith('npm ')
				? content.split('\n').map((line) => line.trim())
				: [],
		)
		.filter((line) => /^\w/.test(line));
const commands = allPages().flatMap((page) => commandsIn(page).map((command) => [command, page]));
const isEmulator = (command: string) => command.startsWith('npm run emulator -- ');

async function firstLine(stream: Readable): Promise<string> {
	for await (const line of createInterface({ input: stream })) return line;
	throw new Error('It ended without a word');
}

describe('a command in a block', () => {
	it.each(commands.filter(([command]) => !isEmulator(command)))(
		'is run by a test: %s (%s)',
		(command) => {
			const { file, text } = defined(RUN_BY.get(command));
			expect(textOf(file)).toContain(text);
		},
	);

	it.each(commands.filter(([command]) => isEmulator(command)))(
		'starts an emulator that answers: %s (%s)',
		async (command) => {
			expect(manifest.scripts.emulator).toBe('node --import tsx emulator/cli.mts');
			const folder = mkdtempSync(join(tmpdir(), 'command-'));
			const args = command.slice('npm run emulator -- '.length).split(' ');
			const emulator = spawn(
				process.execPath,
				[...typescriptArguments, join(root, 'emulator/cli.mts'), ...args],
				{
					cwd: folder,
				},
			);
			const ended = new Promise((resolve) => emulator.on('exit', resolve));
			try {
				const line = await firstLine(emulator.stdout);
				const { url, key } = JSON.parse(line) as { url: string; key: string };
				const models = `${url}/speechtotext/models?api-version=2025-10-15`;
				const answer = await fetch(models, { headers: { 'Ocp-Apim-Subscription-Key': key } });
				const { values } = (await answer.json()) as PaginatedCustomModels;
				expect(values?.map(({ displayName }) => displayName)).toContain('Retail en-US');
			} finally {
				emulator.kill('SIGTERM');
				expect(await ended).toBe(0);
				rmSync(folder, { recursive: true });
			}
		},
	);
});

/** What must exist for a command in running text; null for what is no command of this repository. */
const neededBy: Array<[known: RegExp, holds: (found: RegExpExecArray) => boolean]> = [
	[/^npm run ([\w:]+)/, ([, script]) => script in manifest.scripts],
	[/^npm (ci|test|version|pack|install|uninstall)\b/, () => true],
	[/^npx jest (\S+)$/, ([, path]) => existsSync(join(root, path))],
	[/^npx ([\w@/-]+)/, ([, name]) => name === '@n8n/scan-community-package'],
	[/^node (\S+)/, ([, path]) => existsSync(join(root, path))],
	[/^\.ci\/\S+$/, ([path]) => existsSync(join(root, path))],
];

describe('a command in running text', () => {
	const named = allPages().flatMap((page) =>
		codeIn(proseOf(readPage(page)))
			.filter((code) => /^(npm|npx|node|\.ci\/\S+)( |$)/.test(code) && code.includes(' '))
			.map((code) => [code, page]),
	);

	it.each(named)('can be typed: %s (%s)', (code) => {
		const [pattern, holds] = defined(neededBy.find(([known]) => known.test(code)));
		expect(holds(defined(pattern.exec(code)))).toBe(true);
	});
});

/** Read by n8n itself, which is not among the packages here. */
const DOCUMENTED_BY_N8N = ['N8N_REINSTALL_MISSING_PACKAGES'];

describe('a variable in the pages', () => {
	const code = repositoryFiles()
		.filter((path) => /\.m?[jt]s$/.test(path) && !path.startsWith('test/docs/'))
		.map(textOf);
	const n8n = ['@n8n/config', 'n8n-core'].flatMap((name) => {
		const folder = join(root, 'node_modules', name, 'dist');
		const configs = readdirSync(folder, { recursive: true }).map(String);
		return configs
			.filter((path) => path.endsWith('.config.js') || path.endsWith('-config.js'))
			.map((path) => readFileSync(join(folder, path), 'utf8'));
	});
	const names = new Set(
		userPages().flatMap((page) =>
			codeIn(proseOf(readPage(page))).filter((text) => /^[A-Z0-9]+(_[A-Z0-9]+)+$/.test(text)),
		),
	);

	it.each([...names])('is read by this code or by n8n: %s', (name) => {
		const isRead = [...code, ...n8n].some((text) => text.includes(name));
		expect(isRead || DOCUMENTED_BY_N8N.includes(name)).toBe(true);
	});
});
