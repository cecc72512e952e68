import { basename } from 'node:path';
import { instanceOf, manifest, sourceOf } from '../structure/repository.mts';
import { fieldTables } from './support/fieldRows.mts';
import { nodePages, readPage, sectionOf, tableIn } from './support/pages.mts';

const pageOf = (displayName) => `docs/nodes/${displayName.toLowerCase().replaceAll(' ', '-')}.md`;
const nodes = manifest.n8n.nodes.map((built) => instanceOf(sourceOf(built)).description);

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

		it('is called as the node', () => expect(text.split('\n')[0]).toBe(`# ${displayName}`));

		it.each(Object.entries(fieldTables(description)))(
			'lists every field with its default and choices under "%s", and no other',
			(heading, rows) => {
				const listed = tableIn(sectionOf(text, heading) ?? '');
				const told = listed.map((row) => ({
					field: row.Field,
					default: row.Default,
					choices: row.Choices ?? '',
				}));
				expect(told).toEqual(rows);
				expect(listed.filter(({ Meaning }) => !Meaning)).toEqual([]);
			},
		);

		it('names the outputs as the canvas does', () => {
			for (const name of description.outputNames ?? []) expect(text).toContain(name);
		});
	},
);
