import { join, normalize } from 'node:path';
import { textOf } from '../structure/repository.mts';
import { readPage, sectionOf, tableIn } from './support/pages.mts';
import { titlesOfTests } from './support/titlesOfTests.mts';

const PAGE = 'docs/waiting.md';
const HEADING = "## What n8n's buttons and settings do";
const rows = tableIn(sectionOf(readPage(PAGE), HEADING) ?? '');

/** The test a row names: the title, and the file it links to. */
function testOf(cell: string) {
	const [, title = '', target = ''] = /^\[(.*)\]\(([^)\s]+)\)$/.exec(cell) ?? [];
	return { title, file: normalize(join('docs', target)) };
}

describe("the table of n8n's buttons and settings", () => {
	it('says of each what happens, what to do, and which test ran it', () => {
		expect(rows.length).toBeGreaterThan(0);
		for (const row of rows) {
			expect(Object.keys(row)).toEqual(['Button or setting', 'What happens', 'What to do', 'Test']);
			expect(Object.values(row)).not.toContain('');
		}
	});

	it.each(rows.map((row) => [row['Button or setting'], testOf(row.Test)] as const))(
		'names for %s an end-to-end test that is there',
		(_setting, { title, file }) => {
			expect(file).toMatch(/^test\/e2e\/.*\.e2e\.test\.mts$/);
			expect(titlesOfTests(textOf(file))).toContain(title);
		},
	);
});

describe('the titles of tests', () => {
	it('are those of tests in a table and of tests for stored waits, too', () => {
		const source = `
			describe('a group', () => {
				test('one', () => {});
				testWhereStored('two', () => {});
				test.each([1])('three %s', () => {});
			});`;
		expect(titlesOfTests(source)).toEqual(['one', 'two', 'three %s']);
	});

	it('are not those of tests that are skipped', () => {
		expect(titlesOfTests("test.skip('one', () => {}); test.todo('two');")).toEqual([]);
	});
});
