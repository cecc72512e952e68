import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../structure/repository.mts';
import { defined } from '../support/defined';
import { readPage } from './support/pages.mts';
import { makeRepeatable } from './support/repeatable.mts';

makeRepeatable();
import { openContactCentre } from './support/contactCentre.mts';
import { byId } from '../support/locator.ts';

const SAMPLE = 'workflows/sample-data/plain-text.txt';

describe('the quick start', () => {
	it('trains the sample text with the row it draws, no other field filled in', async () => {
		const page = readPage('docs/quick-start.md');
		const row = ['Upload Dataset', 'Select Baseline', 'Train Model', 'Wait For Training'];
		for (const name of [SAMPLE, ...row]) expect(page).toContain(name);

		const { heldBinary } = await import('../support/storedBinary.mts');
		const content = readFileSync(join(root, SAMPLE));
		const items = [{ json: {}, binary: { data: heldBinary('plain-text.txt', content) } }];
		const locale = byId('en-US');
		const settings = new Map([['Upload Dataset', { locale }]]);
		const { run, close } = await openContactCentre();
		try {
			const nodes = row.map((node) => ({ node, parameters: settings.get(node) }));
			const ended = await run(nodes, { items });
			expect(ended.status).toBe('success');
			const [[{ json }]] = ended.of('Wait For Training').outputs;
			const { id } = json.dataset as { id: string };
			expect(json.model).toMatchObject({ status: 'Succeeded', datasetIds: [id] });
		} finally {
			await close();
		}
	});

	it('tells the last line of the demo as the demo prints it', () => {
		const [, line] = defined(/```text\n(.*)\n```/.exec(readPage('docs/quick-start.md')));
		const pattern = /^Done: '[^']+' can be used in place of what was about to expire\.$/;
		expect(line).toMatch(pattern);
		const demo = readFileSync(join(root, 'playground/demo.mts'), 'utf8');
		expect(demo).toContain('can be used in place of what was about to expire.');
	});
});
