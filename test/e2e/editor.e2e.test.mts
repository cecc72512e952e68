/**
 * @jest-environment <rootDir>/test/e2e/support/playgroundEnvironment.mts
 */
import path from 'node:path';
import { isNoNote } from '../../playground/editor/canvas.mts';
import {
	emulatorControl,
	type EmulatorControl,
} from '../../playground/emulator/emulatorControl.mts';
import type { N8nSession } from '../../playground/n8n/n8nSession.mts';
import type { Playground } from '../../playground/openPlayground.mts';
import { importWorkflow } from '../../playground/workflows/importWorkflow.mts';
import { workflows } from '../../playground/paths.mts';
import { storeWorkflow } from '../../playground/workflows/storeWorkflow.mts';
import { closedAfterAll } from './support/closedAfterAll.mts';
import { openEditor, type Editor } from './support/editor.mts';
import { eventually, eventuallyMatches } from './support/eventually.mts';
import { pickingWorkflow } from './support/pickingWorkflow.mts';
import { waitsOf, type Waits } from './support/waiting/waits.mts';
import { testWhereStored } from './support/waiting/whereStored.mts';

// Its icon, and one of the actions with which it is added.
const NODES = [
	['Check Expiration', 'check-expiration', 'Check all models and endpoints'],
	['Select Baseline', 'select-baseline', 'Select newest base model that fits'],
	['Upload Dataset', 'upload-dataset', 'Upload dataset from file'],
	['Train Model', 'train-model', 'Train from incoming item'],
	['Wait For Training', 'wait-for-training', 'Wait for job of incoming item'],
	['Test Model', 'test-model', 'Evaluate accuracy of model'],
	['Deploy Model', 'deploy-model', 'Deploy model to endpoint'],
];

// Of the retraining template, what runs when a model expires and its training succeeds.
const PATH = [
	'Every Monday',
	'Check Expiration',
	'Select Baseline',
	'Train Model',
	'Wait For Training',
	'Prepare Message',
];

/** n8n's own nodes have not all a preview of what they put out. */
const isOfOurs = (complaint: string) => !/\/schemas\/n8n-nodes-base\./.test(complaint);

describe("A person in n8n's editor", () => {
	let playground: Playground;
	let session: N8nSession;
	let control: EmulatorControl;
	let waits: Waits;
	const opened = closedAfterAll();

	beforeAll(async () => {
		playground = opened(await openPlayground('editor', { clockMoves: true }));
		({ session } = playground);
		control = emulatorControl(playground.emulator);
		waits = waitsOf({ n8n: playground.n8n, session });
	}, 300_000);

	const open = async (theme: 'light' | 'dark') => await openEditor(session, { theme });
	const imported = async (template: string) =>
		await importWorkflow(session, path.join(workflows, template), playground.credential);
	const retrained = async () =>
		(await control.list('models')).filter(({ displayName }) => displayName.includes('(base '));

	describe.each(['light', 'dark'] as const)('in the %s theme', (theme) => {
		let editor: Editor;
		const openedHere = closedAfterAll();

		beforeAll(async () => {
			editor = openedHere(await open(theme));
			await editor.startWorkflow();
		});

		afterAll(async () => {
			// So that there is the same to do again.
			for (const { id } of await retrained()) await control.removeEntity('models', id);
		});

		test('finds every node by searching for "speech"', async () => {
			const found = await editor.findNodes('speech');
			await editor.picture(`node-search-${theme}`);
			expect(found).toEqual(expect.arrayContaining(NODES.map(([name]) => name)));
		});

		test.each(NODES)('adds %s, and sees it with its icon', async (name, icon, action) => {
			await editor.addNode(name, 'speech', action);
			await editor.picture(`${icon}-panel-${theme}`);
			await editor.closePanel();
			await eventually(
				() => editor.nodeNames(),
				(names) => {
					expect(names).toContain(name);
				},
			);
			const suffix = theme === 'dark' ? '.dark.svg' : '.svg';
			await expect(editor.iconOf(name)).resolves.toBe(`${icon}${suffix}`);
		});

		test('is told why a key does not work, and goes on with one that does', async () => {
			const { url, key } = playground.emulator;
			await editor.startWorkflow();
			await editor.addNode('Train Model', 'speech', 'Train from incoming item');
			await editor.startCredential();
			await editor.typeEndpoint(url);
			await editor.typeKey('wrong-key');
			await editor.saveCredential();
			await editor.showRefusal();
			await eventuallyMatches(editor.credentialText, /does not accept the key/);
			await editor.picture(`credential-refused-${theme}`);
			await editor.typeKey(key);
			await editor.saveCredential();
			await editor.accepted();
			await eventuallyMatches(editor.chosenCredential, /^Azure Custom Speech account/);
		});

		test('picks from a list after searching in it', async () => {
			await editor.choose('operation', 'Existing Model');
			await editor.pickFromList('modelId');
			const all = await editor.listOf('modelId');
			expect(all).toContainEqual(expect.stringMatching(/^Retail en-US · usable until/));
			const found = await editor.searchList('returns');
			await editor.picture(`list-search-${theme}`);
			expect(found).toEqual([expect.stringMatching(/^Returns en-US · usable until/)]);
			await expect(editor.pick('modelId', 'Returns en-US')).resolves.toBe(found[0]);
		});

		test('reads in an error which field is wrong and what to do', async () => {
			await editor.pickFromList('baseModelId');
			await editor.listOf('baseModelId');
			await editor.pick('baseModelId', 'not adaptable');
			await editor.executeStep('danger');
			const { message, description } = await editor.error();
			await editor.picture(`error-${theme}`);
			expect(message).toMatch(
				/^Base model '.+' cannot be trained with Plain Text data, such as dataset/,
			);
			expect(description).toMatch(/^Choose another one in 'Base Model'/);
		});

		test('runs one node, reads its output, and the hint that it costs money', async () => {
			await editor.listOf('baseModelId');
			await editor.pick('baseModelId', 'text, audio');
			await editor.executeStep();
			await eventuallyMatches(() => editor.hint(), /^Azure charges for training from base model/);
			await editor.picture(`output-${theme}`);
			await eventuallyMatches(
				editor.outputText,
				/Training of model 'Returns en-US \(base .+\)' \(en-US\) started from base model/,
			);
			await editor.closePanel();
		});

		testWhereStored('runs a template, watches it wait, and sees it end green', async () => {
			const workflow = await imported('retrain-before-expiry.json');
			await editor.show(workflow);
			await editor.run();
			const id = await waits.executions.appeared(workflow.id, []);
			await waits.untilStored(id);
			await editor.waitsAt('Wait For Training');
			await editor.picture(`template-waits-${theme}`);
			await editor.openPanel('Wait For Training');
			await eventuallyMatches(
				() => editor.hint(),
				/^Waiting for the training of model 'Retail en-US \(base .+\)'/,
			);
			await editor.closePanel();

			for (const model of await retrained()) await control.finish('models', model.id);
			await expect(waits.ended(id)).resolves.toMatchObject({ status: 'success' });
			for (const name of PATH) await editor.endsAt(name, 'success');
			await editor.picture(`template-ended-${theme}`);
			await editor.openPanel('Prepare Message');
			await eventuallyMatches(editor.outputText, /Model 'Retail en-US .+' was trained/);
			await editor.closePanel();
		});

		test('sees the browser complain about nothing', () => {
			expect(editor.complaints.filter(isOfOurs)).toEqual([]);
		});
	});

	describe('looking around', () => {
		let editor: Editor;
		const openedHere = closedAfterAll();

		beforeAll(async () => {
			editor = openedHere(await open('light'));
		});

		test.each([
			['retraining', 'retrain-before-expiry.json'],
			['life cycle', 'retrain-test-deploy.json'],
		])('sees the %s workflow as a whole, with every node known', async (name, template) => {
			const workflow = await imported(template);
			await editor.show(workflow);
			await editor.picture(`${name.replace(' ', '-')}-workflow`);
			await expect(editor.nodeNames()).resolves.toEqual(
				workflow.nodes.filter(isNoNote).map((node) => node.name),
			);
			await expect(editor.page.getByText('Install this node').count()).resolves.toBe(0);
		});

		test.each([
			['Select Baseline', ['Check Expiration', 'daysLeft']],
			['Train Model', ['Select Baseline', 'rejected']],
			['Better?', ['Test Model', 'verdict']],
			['Check Again', ['Deploy Model', 'previousModel']],
		])('is offered in %s what will come in, before anything has run', async (node, offered) => {
			await editor.openPanel(node);
			await eventually(editor.inputText, (text) => {
				for (const name of offered) expect(text).toContain(name);
			});
			await editor.closePanel();
		});

		describe('finds in the panel of', () => {
			beforeAll(async () => {
				await control.put('datasets', {
					displayName: 'Calls of October',
					locale: 'en-US',
					kind: 'Acoustic',
				});
				const workflow = pickingWorkflow(playground.credential);
				await editor.show(await storeWorkflow(session, workflow));
			});

			afterEach(async () => {
				await editor.closePanel();
			});

			test.each([
				['Check Expiration', 'modelId', ['Retail en-US', 'Returns en-US']],
				['Newest Baseline', 'locale', ['en-US']],
				['Specific Baseline', 'baseModelId', ['2026']],
				['Upload Dataset', 'locale', ['en-US']],
				['Train Model', 'modelId', ['Retail en-US', 'Returns en-US']],
				['Train Model', 'baseModelId', ['2026']],
				['Wait For Training', 'modelId', ['Retail en-US', 'Returns en-US']],
				['Test Model', 'modelId', ['Retail en-US', 'Returns en-US']],
				['Test Model', 'testDatasetId', ['Calls of October']],
				['Test Model', 'endpointId', ['Retail live', 'Returns live']],
				['Deploy Model', 'modelId', ['Retail en-US', 'Returns en-US']],
				['Deploy Model', 'endpointId', ['Retail live', 'Returns live']],
			])('%s what the service has for %s', async (node, parameter, offered) => {
				await editor.openPanel(node);
				const listed = await editor.listOf(parameter);
				for (const name of offered) {
					expect(listed).toContainEqual(expect.stringContaining(name));
				}
			});
		});

		test('sees the credential of a node tested as soon as it is opened', async () => {
			await editor.openPanel('Train Model');
			await expect(editor.testCredential()).resolves.toMatch(/Connection tested successfully/);
			await editor.picture('credential');
		});

		test('sees the browser complain about nothing', () => {
			expect(editor.complaints.filter(isOfOurs)).toEqual([]);
		});
	});
});
