import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { manifest, repositoryFiles, root, textOf } from '../structure/repository.mts';
import { anchorsOf } from './support/anchors.mts';
import { readPage } from './support/pages.mts';
import {
	linkOf,
	publicUrl,
	repository,
	repositoryIsPublic,
	shownLinks,
	withLinks,
} from './support/shownLinks.mts';

/** `npm run docs` sets the links instead of comparing them. */
const writes = process.env.npm_lifecycle_event === 'docs';
const files = repositoryFiles();

/** Lint demands the address there, and npm shows it only once the package is published. */
const DEMANDED_BY_LINT = ['package.json'];

/** What a person can click on and nobody else can open. */
function deadLinks(text: string): string[] {
	const { pathname, host } = new URL(repository);
	const places = [`${host}${pathname}`, `npmjs.com/package/${manifest.name}`];
	const found = text.match(/(?:https?:\/\/|www\.)[^\s"'`)\]>]+/g) ?? [];
	return found.filter((url) => places.some((place) => url.toLowerCase().includes(place)));
}

describe('the links that the editor shows', () => {
	beforeAll(() => {
		if (!writes) return;
		for (const link of shownLinks) {
			const text = withLinks(textOf(link.file), link, repositoryIsPublic);
			writeFileSync(join(root, link.file), text);
		}
	});

	it('are those of every node and credential', () => {
		const shown = files.filter((path) => /\.node\.json$|\.credentials\.ts$/.test(path));
		expect(shownLinks.map(({ file }) => file).sort()).toEqual(shown.sort());
	});

	it.each(shownLinks)('lead where docs/links.json says: $file', (link) => {
		const text = textOf(link.file);
		expect(text).toBe(withLinks(text, link, repositoryIsPublic));
		expect(text).toContain(linkOf(link, repositoryIsPublic));
	});

	it.each(shownLinks)('lead to Microsoft until the repository is public: $file', (link) => {
		expect(linkOf(link, false)).toMatch(/^https:\/\/learn\.microsoft\.com\//);
	});

	it.each(shownLinks)('have a page once the repository is public: $file', ({ file, page }) => {
		const [path, anchor] = page.split('#') as [string, string?];
		expect(files).toContain(path);
		if (anchor) expect(anchorsOf(readPage(path))).toContain(anchor);
		expect(withLinks(textOf(file), { file, page, untilThen: '' }, true)).toContain(publicUrl(page));
	});

	it('lead to a page of its own for each node', () => {
		const ofNodes = shownLinks.filter(({ file }) => file.startsWith('nodes/'));
		for (const isPublic of [true, false]) {
			expect(new Set(ofNodes.map((link) => linkOf(link, isPublic))).size).toBe(ofNodes.length);
		}
	});
});

describe('a link to the repository or to npm', () => {
	const readByPeople = files.filter(
		(path) =>
			/^(nodes|credentials|docs|workflows|icons|emulator|playground)\//.test(path) ||
			/^[^/]+\.(md|js|json)$/.test(path),
	);
	const checked = readByPeople.filter(
		(path) =>
			!DEMANDED_BY_LINT.includes(path) && !/package-lock\.json$|\.(webp|wav|zip|png)$/.test(path),
	);

	it('stands nowhere while nobody else can open it', () => {
		const dead = checked.flatMap((path) => deadLinks(textOf(path)).map((url) => `${path}: ${url}`));
		expect(repositoryIsPublic ? [] : dead).toEqual([]);
	});

	it.each([
		[`see ${repository}#credentials`, 1],
		[`[page](${repository}/blob/main/docs/nodes/train-model.md)`, 1],
		[`https://www.npmjs.com/package/${manifest.name}`, 1],
		['https://github.com/n8n-io/n8n', 0],
		['[page](docs/nodes/train-model.md)', 0],
	])('is found in: %s', (text, count) => {
		expect(deadLinks(text)).toHaveLength(count);
	});
});
