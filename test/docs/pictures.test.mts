import { existsSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';
import { repositoryFiles, root } from '../structure/repository.mts';
import { allPages, proseOf, readPage } from './support/pages.mts';

const pictures = allPages().flatMap((page) =>
	[...proseOf(readPage(page)).matchAll(/!\[([^\]]*)\]\(([^)\s]+)\)/g)].map(([, text, target]) => ({
		page,
		text,
		file: normalize(join(dirname(page), target)),
	})),
);

describe('a picture in the pages', () => {
	it.each(pictures)('is there: $file ($page)', ({ file }) => {
		expect(existsSync(join(root, file))).toBe(true);
	});

	// n8n-node build copies png and svg into the package, wherever they lie.
	it.each(pictures)('is a webp, which is not packed: $file ($page)', ({ file }) => {
		expect(file).toMatch(/^docs\/images\/[\w-]+\.webp$/);
	});

	it.each(pictures)('is told in words to those who do not see it: $file ($page)', ({ text }) => {
		expect(text.length).toBeGreaterThan(30);
	});

	it('is shown somewhere', () => {
		const shown = new Set(pictures.map(({ file }) => file));
		const there = repositoryFiles().filter((path) => path.startsWith('docs/images/'));
		expect(there.filter((path) => !shown.has(path))).toEqual([]);
	});
});
