import { basename } from 'node:path';
import { manifest, nodeIn, sourceOf } from '../structure/repository.mts';
import { fieldTables } from './support/fieldRows.mts';
import { nodePages, readPage, sectionOf, tableIn } from './support/pages.mts';

const pageOf = (displayName: string) =>
	`docs/nodes/${displayName.toLowerCase().replaceAll(' ', '-')}.md`;
const nodes = manifest.n8n.nodes.map((built) => nodeIn(sourceOf(built)).description);

const COLUMNS = ['Field', 'What it is'];

/** The default that a cell ends with; empty when it tells none. */
const defaultIn = (cell: string) => /(?:^| )Default: (.+)\.$/.exec(cell)?.[1] ?? '';

/** The choices that a cell does not set in italics. */
const missingIn = (cell: string, choices: string) =>
	choices.split(', ').filter((choice) => choice !== '' && !cell.includes(`_${choice}_`));

describe('the pages of the nodes', () => {
	it('are one for each', () => {
		const wanted = nodes.map(({ displayName }) => basename(pageOf(displayName)));
		expect(
			nodePages()
				.map((page) => basename(page))
				.sort(),
		).toEqual(wanted.sort());
	});
});

describe.each(nodes.map((description) => [description.displayName, description]))(
	'the page of %s',
	(displayName, description) => {
		const text = readPage(pageOf(displayName));

		it('is called as the node', () => {
			expect(text.split('\n')[0]).toBe(`# ${displayName}`);
		});

		it.each(Object.entries(fieldTables(description)))(
			'lists every field with its default and choices under "%s", and no other',
			(heading, rows) => {
				const listed = tableIn(sectionOf(text, heading) ?? '');
				expect(listed.map(({ Field }) => Field)).toEqual(rows.map(({ field }) => field));
				expect(listed.map((row) => Object.keys(row))).toEqual(rows.map(() => COLUMNS));
				for (const [index, row] of rows.entries()) {
					const cell = listed[index]['What it is'];
					expect([row.field, defaultIn(cell)]).toEqual([row.field, row.default]);
					expect([row.field, missingIn(cell, row.choices)]).toEqual([row.field, []]);
				}
			},
		);

		it('names the outputs as the canvas does', () => {
			for (const name of description.outputNames ?? []) expect(text).toContain(name);
		});
	},
);
