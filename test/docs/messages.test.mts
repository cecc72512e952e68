import { createRequire } from 'node:module';
import type * as n8nCore from 'n8n-core';
import { manifest } from '../structure/repository.mts';
import { allPages, codeIn, proseOf, readPage, sectionOf } from './support/pages.mts';
import type { Scenario } from './support/scenario.mts';
import { makeRepeatable } from './support/repeatable.mts';

makeRepeatable();
import { openContactCentre } from './support/contactCentre.mts';

const require = createRequire(import.meta.url);

const INDEX = 'docs/troubleshooting.md';
const scenarios = [
	'connection',
	'onTheWay',
	'input',
	'choosing',
	'training',
	'data',
	'deploying',
].flatMap((name) => (require(`./messages/${name}.mts`) as { default: Scenario[] }).default);

/** The messages in a text: what stands in backticks at the beginning of a list item. */
const quotedIn = (text: string) =>
	text
		.split('\n')
		.filter((line) => line.startsWith('- `'))
		.map((line) => codeIn(line)[0]);
const inIndex = quotedIn(proseOf(readPage(INDEX)));
const quoted = allPages()
	.filter((page) => page.startsWith('docs/nodes/'))
	.flatMap((page) => quotedIn(sectionOf(readPage(page), '## Errors') ?? ''))
	.concat(inIndex);

describe('a message that the pages explain', () => {
	const given = new Set<string | undefined>();

	it.each(scenarios)('is what a node says: %s', async (_what, run) => {
		const contactCentre = await openContactCentre();
		try {
			const message = await run(contactCentre);
			given.add(message);
			expect(inIndex).toContain(message);
		} finally {
			await contactCentre.close();
		}
	});

	// Runs last, when every case above has said what it says.
	it('is never one that no node says', () => {
		expect(quoted.filter((message) => !given.has(message))).toEqual([]);
	});

	it('of n8n itself is what n8n says', () => {
		const { UnrecognizedNodeTypeError } = require('n8n-core') as typeof n8nCore;
		const { message } = new UnrecognizedNodeTypeError(manifest.name, 'trainModel');
		expect(readPage('docs/queue-mode.md')).toContain(`\`${message}\``);
	});

	it('stands in the index once', () => {
		expect(inIndex).toHaveLength(new Set(inIndex).size);
		expect(quoted.filter((message) => !inIndex.includes(message))).toEqual([]);
	});
});
