import { dirname, join, normalize } from 'node:path';
import { repositoryFiles } from '../structure/repository.mts';
import { anchorOf, anchorsOf } from './support/anchors.mts';
import { allPages, proseOf, readPage } from './support/pages.mts';

const files = new Set(repositoryFiles());
const folders = new Set([...files].map((path) => dirname(path)));

/** Every target of a link in a page, pictures left out. */
const linksIn = (text: string) =>
	[...proseOf(text).matchAll(/(?<!!)\[[^\]]*\]\(([^)\s]+)\)/g)].map(([, target]) => target);

/** Why a link within the repository leads nowhere; null when it leads somewhere. */
function fault(page: string, target: string): string | null {
	const [path, anchor] = target.split('#') as [string, string?];
	const file = path === '' ? page : normalize(join(dirname(page), path));
	if (!files.has(file) && !folders.has(file.replace(/\/$/, ''))) return `no ${file}`;
	if (anchor === undefined) return null;
	return anchorsOf(readPage(file)).includes(anchor) ? null : `no #${anchor} in ${file}`;
}

describe('the links in', () => {
	it.each(allPages())('%s lead somewhere', (page) => {
		const inside = linksIn(readPage(page)).filter((target) => !/^(https?|mailto):/.test(target));
		const faults = inside.map((target) => fault(page, target)).filter(Boolean);
		expect(faults).toEqual([]);
	});

	it.each(allPages())('%s to the web are https', (page) => {
		const outside = linksIn(readPage(page)).filter((target) => /^http:/.test(target));
		expect(outside).toEqual([]);
	});
});

describe('every page in docs/', () => {
	it('can be reached from the index', () => {
		const index = 'docs/README.md';
		const listed = linksIn(readPage(index)).map((target) => normalize(join('docs', target)));
		const pages = allPages().filter((page) => page.startsWith('docs/') && page !== index);
		expect(pages.filter((page) => !listed.includes(page))).toEqual([]);
	});
});

describe('the check of anchors', () => {
	it.each([
		['Azure Custom Speech API: a resource key', 'azure-custom-speech-api-a-resource-key'],
		['No message, but not as expected', 'no-message-but-not-as-expected'],
		['`npm run docs` and _more_', 'npm-run-docs-and-more'],
	])('%s', (heading, anchor) => {
		expect(anchorOf(heading)).toBe(anchor);
	});

	it('counts headings of the same text', () => {
		expect(anchorsOf('# A\n## B\n## B\n```\n# not this\n```\n')).toEqual(['a', 'b', 'b-1']);
	});
});
