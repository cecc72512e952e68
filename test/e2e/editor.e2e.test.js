const path = require('node:path');
const { importWorkflow } = require('../../playground/lib/importWorkflow');
const { workflows } = require('../../playground/lib/paths');
const { storeWorkflow } = require('../../playground/lib/storeWorkflow');
const { openEditor, isNoNote } = require('./support/editor');
const { emulatorControl } = require('./support/emulatorControl');
const { pickingWorkflow } = require('./support/pickingWorkflow');
const { ownerSession, sharedPlayground } = require('./support/sharedPlayground');

const NODES = [
	'Check Expiration',
	'Select Baseline',
	'Train Model',
	'Wait For Training',
	'Test Model',
	'Deploy Model',
];

describe("In n8n's editor,", () => {
	let session;
	let editor;

	beforeAll(async () => {
		session = await ownerSession();
		editor = await openEditor();
	});

	afterAll(async () => {
		await editor?.close();
	});

	describe.each([
		['retraining', 'retrain-before-expiry.json'],
		['life cycle', 'retrain-test-deploy.json'],
	])('the %s workflow', (name, template) => {
		test('is seen as a whole, with every node known', async () => {
			const file = path.join(workflows, template);
			const workflow = await importWorkflow(session, file, sharedPlayground().credential);
			await editor.show(workflow);
			const picture = `${name.replace(' ', '-')}-workflow`;
			await editor.picture(picture);
			await editor.workflowPicture(picture);

			const names = await editor.nodeNames();
			expect(names).toEqual(workflow.nodes.filter(isNoNote).map((node) => node.name));
			await expect(editor.page.getByText('Install this node').count()).resolves.toBe(0);
		});
	});

	test('a search for "custom speech" finds every node', async () => {
		const found = await editor.findNodes('custom speech');
		await editor.picture('node-search');
		expect(found).toEqual(expect.arrayContaining(NODES));
	});

	describe('the panel of', () => {
		beforeAll(async () => {
			await emulatorControl().post('/entities/datasets', {
				displayName: 'Calls of October',
				locale: 'en-US',
				kind: 'Acoustic',
			});
			const workflow = pickingWorkflow(sharedPlayground().credential);
			await editor.show(await storeWorkflow(session, workflow));
		});

		afterEach(async () => {
			await editor.closePanel();
		});

		test.each([
			['Check Expiration', 'modelId', ['Retail en-US', 'Returns en-US']],
			['Newest Baseline', 'locale', ['en-US']],
			['Specific Baseline', 'baseModelId', ['2026']],
			['Train Model', 'modelId', ['Retail en-US', 'Returns en-US']],
			['Train Model', 'baseModelId', ['2026']],
			['Wait For Training', 'modelId', ['Retail en-US', 'Returns en-US']],
			['Test Model', 'modelId', ['Retail en-US', 'Returns en-US']],
			['Test Model', 'testDatasetId', ['Calls of October']],
			['Test Model', 'endpointId', ['Retail live', 'Returns live']],
			['Deploy Model', 'modelId', ['Retail en-US', 'Returns en-US']],
			['Deploy Model', 'endpointId', ['Retail live', 'Returns live']],
		])('%s lists what the service has for %s', async (node, parameter, names) => {
			await editor.openPanel(node);
			const listed = await editor.listOf(parameter);
			await editor.picture(`${node} ${parameter}`.toLowerCase().replaceAll(' ', '-'));
			for (const name of names) expect(listed).toContainEqual(expect.stringContaining(name));
		});
	});

	test('the credential of a node is tested as soon as it is opened', async () => {
		await editor.openPanel('Train Model');
		await expect(editor.testCredential()).resolves.toMatch(/Connection tested successfully/);
		await editor.picture('credential');
	});

	test('nothing of this package makes the browser complain', () => {
		expect(editor.complaints.filter((text) => /custom-?speech/i.test(text))).toEqual([]);
	});
});
