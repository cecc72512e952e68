import { basename } from 'node:path';
import { repositoryFiles, textOf } from './repository.mts';

const IS_PICTURE_OR_SOUND = /\.(png|jpe?g|gif|webp|ico|wav|mp3|zip|gz|woff2?)$/i;

// where an n8n container keeps its data is a fact about n8n, not about a developer
const DEVELOPER_PATH = /(?<![\w.}-])\/(home\/(?!node\/)|root\/|work\/|Users\/)[\w.-]/;
const REGISTRY =
	/registry\.npmjs\.org|registry\.yarnpkg\.com|registry\.npmmirror\.com|npm\.pkg\.github\.com|artifactory|verdaccio|nexus\/repository/i;
const MAY_NAME_A_REGISTRY = /\.md$|^\.github\/workflows\/publish\.yml$/;

// this file shows what it looks for
const THIS = 'test/structure/hygiene.test.mts';
const files = repositoryFiles().filter((path) => path !== THIS && !IS_PICTURE_OR_SOUND.test(path));

/** The lines that match, as "path:line". @param {string} path @param {RegExp} pattern */
const linesWith = (path: string, pattern: RegExp) =>
	textOf(path)
		.split('\n')
		.flatMap((line, index) => (pattern.test(line) ? [`${path}:${index + 1}`] : []));

describe('the repository', () => {
	it('names no folder of a developer', () => {
		expect(files.flatMap((path) => linesWith(path, DEVELOPER_PATH))).toEqual([]);
	});

	it('names no package registry outside the pages about npm', () => {
		const elsewhere = files.filter((path) => !MAY_NAME_A_REGISTRY.test(path));
		expect(elsewhere.flatMap((path) => linesWith(path, REGISTRY))).toEqual([]);
	});

	it('locks packages by version and hash, not by the place they came from', () => {
		const locks = files.filter((path) => basename(path) === 'package-lock.json');
		expect(locks).toContain('package-lock.json');
		expect(locks.flatMap((path) => linesWith(path, /"resolved":\s*"\w+:/))).toEqual([]);
	});
});

describe('the check for developer paths', () => {
	it.each([
		['"/home/ada/project"', true],
		['cd /root/x', true],
		['file:///Users/ada', true],
		['https://example.com/home/ada', false],
		['-v n8n:/home/node/.n8n', false],
		['/home/node/.n8n', false],
		['see docs/work/notes', false],
	])('%s: %s', (line, expected) => expect(DEVELOPER_PATH.test(line)).toBe(expected));
});
