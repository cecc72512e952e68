import { allPages, blocksOf, readPage } from './support/pages.mts';

const blocks = allPages().flatMap((page) =>
	blocksOf(readPage(page))
		.filter(({ language }) => language === 'json')
		.map(({ content }, index) => ({ page, number: index + 1, content })),
);

describe('a block of JSON', () => {
	it.each(blocks)('can be read: $number in $page', ({ content }) => {
		expect(() => JSON.parse(content)).not.toThrow();
	});

	// A sample that nothing checks would be believed all the same.
	it.each(blocks)('is a sample that is compared: $number in $page', ({ page, content }) => {
		const before = readPage(page).split(`\`\`\`json\n${content}`)[0].trimEnd();
		expect(before.split('\n').at(-1)).toMatch(/^<!-- sample: [\w-]+ -->$/);
	});
});
