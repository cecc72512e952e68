/**
 * @jest-environment <rootDir>/test/e2e/support/playgroundEnvironment.mts
 */
import http from 'node:http';
import type { AddressInfo } from 'node:net';
import manifest from '../../package.json' with { type: 'json' };
import { emulatorControl } from '../../playground/emulator/emulatorControl.mts';
import type { Playground } from '../../playground/openPlayground.mts';
import { storeWorkflow } from '../../playground/workflows/storeWorkflow.mts';
import type { StoredWorkflow } from '../../playground/workflows/workflow.mts';
import { defined } from '../support/defined';
import { nodeIn, sourceOf } from '../support/registeredTypes.mts';
import { closedAfterAll } from '../e2e/support/closedAfterAll.mts';
import { openEditor, type Editor } from '../e2e/support/editor.mts';
import { eventuallyMatches } from '../e2e/support/eventually.mts';
import { afterSchedule, placedNodes, type Placed } from '../e2e/support/ownColumns.mts';

const NODES = manifest.n8n.nodes.map((built) => nodeIn(sourceOf(built)).description.displayName);

// What a Schedule Trigger puts into its item.
const OF_SCHEDULE =
	/^(timestamp|Readable (date|time)|Day of |Year|Month|Hour|Minute|Second|Timezone)/;

const WHAT_IS_DONE = 'Already|already|before|nothing|Nothing';

describe('The first screenful of a table, after a schedule,', () => {
	let playground: Playground;
	let nodes: Placed[];
	let workflow: StoredWorkflow;
	const opened = closedAfterAll();

	beforeAll(async () => {
		playground = opened(await openPlayground('firstColumns', { speed: 2_000 }));
		const control = emulatorControl(playground.emulator);
		const content = http.createServer((_request, response) => {
			// What tells that the content is the same as before.
			response.setHeader('etag', '"1"');
			response.end('\ufeffwhere is my order\ni would like to return the router\n');
		});
		await new Promise<void>((resolve) => content.listen(0, '127.0.0.1', resolve));
		opened({
			close: async () => {
				await new Promise((resolve) => content.close(resolve));
			},
		});
		const { port } = content.address() as AddressInfo;
		nodes = await placedNodes(control, `http://127.0.0.1:${port}/sentences.txt`);
		workflow = await storeWorkflow(playground.session, afterSchedule(nodes, playground.credential));
	}, 300_000);

	describe.each(['light', 'dark'] as const)('in the %s theme', (theme) => {
		let editor: Editor;
		const openedHere = closedAfterAll();

		beforeAll(async () => {
			editor = openedHere(await openEditor(playground.session, { theme }));
		});

		test.each(NODES)('begins with the own fields of %s', async (name) => {
			const { columns } = defined(nodes.find((node) => node.name === name));
			// n8n fails to execute a second step of a workflow whose trigger has two branches; shown anew, each is the first.
			await editor.show(workflow);
			await editor.openPanel(name);
			await editor.executeStep();
			await editor.showAs('output', 'Table');
			const shown = await editor.columnsInView();
			await editor.picture(`first-columns-${name.toLowerCase().replaceAll(' ', '-')}-${theme}`);
			await editor.closePanel();
			expect(shown.slice(0, 2)).toEqual(columns.slice(0, 2));
			const ofSchedule = shown.findIndex((column) => OF_SCHEDULE.test(column));
			expect(ofSchedule === -1 || ofSchedule >= columns.length).toBe(true);
		});
	});

	test.each(['Train Model', 'Test Model', 'Deploy Model', 'Upload Dataset'])(
		'is headed by a hint when %s found everything there',
		async (name) => {
			const editor = opened(await openEditor(playground.session));
			await editor.show(workflow);
			await editor.openPanel(name);
			await editor.executeStep();
			await eventuallyMatches(editor.outputText, new RegExp(WHAT_IS_DONE));
			await editor.picture(`found-before-${name.toLowerCase().replaceAll(' ', '-')}`);
		},
	);
});
