import { shippedSources, repositoryFiles } from '../structure/repository.mts';
import { readTemplate } from '../structure/readTemplate.mts';
import { PHRASES, phrasesIn } from './support/phrases.mts';
import { userPages } from './support/pages.mts';
import { editorTexts, literalsIn, tooltips, wordsOfPage } from './support/readerTexts.mts';

const templates = repositoryFiles().filter((path) => /^workflows\/[^/]+\.json$/.test(path));
const LONGEST_TOOLTIP = 150;

describe('a phrase to avoid', () => {
	it.each(PHRASES)('is found where it is, and only there: $find', ({ find, hit, miss }) => {
		expect(hit.match(find)).not.toBeNull();
		expect(miss.match(find)).toBeNull();
	});
});

describe('plain US English', () => {
	it.each(userPages())('is in %s', (page) => {
		expect(phrasesIn(wordsOfPage(page))).toEqual([]);
	});

	it.each(editorTexts())('is in the fields of %s', (_label, texts) => {
		expect(texts.length).toBeGreaterThan(5);
		expect(texts.flatMap(phrasesIn)).toEqual([]);
	});

	it('is in every message', () => {
		const hits = shippedSources().flatMap((path) =>
			literalsIn(path)
				.flatMap(phrasesIn)
				.map((found) => `${path}: ${found}`),
		);
		expect(hits).toEqual([]);
	});

	it.each(templates)('is in the names and notes of %s', (path) => {
		const { name, nodes } = readTemplate(path);
		const texts = [name, ...nodes.flatMap((node) => [node.name, node.parameters.content ?? ''])];
		expect(texts.flatMap(phrasesIn)).toEqual([]);
	});
});

describe('a tooltip', () => {
	it(`has at most ${LONGEST_TOOLTIP} characters`, () => {
		expect(tooltips().filter((text) => text.length > LONGEST_TOOLTIP)).toEqual([]);
	});
});
