import { allPages, readPage, writePage } from './support/pages.mts';
import { makeRepeatable } from './support/repeatable.mts';

makeRepeatable();
import { takeSamples } from './support/takeSamples.mts';

/** A block of JSON that says which sample it is, by a comment above it. */
const MARKED = /(<!-- sample: ([\w-]+) -->\n+```json\n)([\s\S]*?)(```)/g;
/** `npm run docs` writes the samples anew instead of comparing them. */
const writes = process.env.npm_lifecycle_event === 'docs';

const shown = allPages().flatMap((page) =>
	[...readPage(page).matchAll(MARKED)].map(([, , name, json]) => ({ page, name, json })),
);

describe('the samples in the pages', () => {
	let samples;
	beforeAll(async () => {
		samples = await takeSamples();
		if (!writes) return;
		for (const page of new Set(shown.map((sample) => sample.page))) {
			const fresh = (_, before, name, __, after) =>
				`${before}${JSON.stringify(samples[name], null, '\t')}\n${after}`;
			writePage(page, readPage(page).replace(MARKED, fresh));
		}
	});

	it('are all shown somewhere', () => {
		const names = new Set(shown.map(({ name }) => name));
		expect(Object.keys(samples).filter((name) => !names.has(name))).toEqual([]);
	});

	it.each(shown)('are what the node gives: $name in $page', ({ page, name }) => {
		const [json] = [...readPage(page).matchAll(MARKED)]
			.filter((match) => match[2] === name)
			.map((match) => match[3]);
		// As text, so that the order of the keys counts as well.
		expect(JSON.stringify(JSON.parse(json), null, 1)).toBe(JSON.stringify(samples[name], null, 1));
	});
});
