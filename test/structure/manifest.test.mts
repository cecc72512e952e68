import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { manifest, root, textOf } from './repository.mts';

const FORBIDDEN_SCRIPTS = [
	'prepare',
	'preinstall',
	'install',
	'postinstall',
	'prepublish',
	'preprepare',
	'postprepare',
];

describe('package.json', () => {
	it('needs nothing at run time but n8n itself', () => {
		expect(manifest.dependencies ?? {}).toEqual({});
		expect(manifest.optionalDependencies).toBeUndefined();
		expect(manifest.bundledDependencies).toBeUndefined();
		expect(manifest.overrides).toBeUndefined();
		expect(manifest.peerDependencies).toEqual({ 'n8n-workflow': '*' });
	});

	it('ships dist and nothing else', () => expect(manifest.files).toEqual(['dist']));

	it('is a strict community package', () => {
		expect(manifest.n8n).toMatchObject({ n8nNodesApiVersion: 1, strict: true });
		expect(manifest.keywords).toContain('n8n-community-node-package');
		expect(manifest.license).toBe('MIT');
	});

	it('runs no script on install', () => {
		expect(FORBIDDEN_SCRIPTS.filter((name) => name in manifest.scripts)).toEqual([]);
	});

	it('pins every development dependency', () => {
		const loose = Object.entries(manifest.devDependencies).filter(
			([, range]) => !/^\d/.test(range),
		);
		expect(loose).toEqual([]);
	});

	it('points at dist', () => {
		const paths = [...manifest.n8n.nodes, ...manifest.n8n.credentials];
		expect(paths.filter((path) => !/^dist\/(nodes|credentials)\/.+\.js$/.test(path))).toEqual([]);
	});
});

describe('the files n8n prescribes', () => {
	it('leave the lint configuration as it is', () => {
		const config = textOf('eslint.config.mjs').replace(/\s+/g, ' ').trim();
		expect(config).toBe("import { config } from '@n8n/node-cli/eslint'; export default config;");
	});

	// n8n reads the paths in package.json; npm packs the main file all the same
	it('keep index.js empty', () => {
		const code = textOf('index.js').replace(/\/\/.*$/gm, '');
		expect(code.trim()).toBe('module.exports = {};');
	});

	it.each(['README.md', 'LICENSE', 'CHANGELOG.md', 'CONTRIBUTING.md', 'SECURITY.md'])(
		'include %s',
		(name) => expect(existsSync(join(root, name))).toBe(true),
	);
});
