import type { N8nSession } from '../../playground/n8n/n8nSession.mts';
import { emulatorControl } from '../../playground/emulator/emulatorControl.mts';
import { storeCredential } from '../../playground/n8n/credential.mts';
import { storeWorkflow } from '../../playground/workflows/storeWorkflow.mts';
import { closedAfterAll } from './support/closedAfterAll.mts';
import { openEditor, type Editor } from './support/editor.mts';
import { pickingWorkflow } from './support/pickingWorkflow.mts';
import { ownerSession, sharedPlayground } from './support/sharedPlayground.mts';

// A model whose training has not succeeded has no date.
const DATE_OR_STATUS = /(usable until|expired on) \d{4}-\d\d-\d\d|Failed|Running|NotStarted/;
const LONG = 'Customers of the northern and southern stores, wholesale and retail (base 20260912)';

describe('In the panel of a node', () => {
	let session: N8nSession;
	let editor: Editor;
	const opened = closedAfterAll();

	beforeAll(async () => {
		session = ownerSession();
		const { emulator, credential } = sharedPlayground();
		const control = emulatorControl(emulator);
		for (const displayName of [LONG, LONG.toUpperCase(), '顧客窓口'.repeat(20)]) {
			await control.put('models', { displayName, locale: 'ja-JP' });
		}
		await control.put('datasets', { displayName: LONG, locale: 'en-GB', kind: 'Acoustic' });
		await control.put('datasets', { displayName: 'Terms', locale: 'de-DE', kind: 'Language' });
		editor = opened(await openEditor());
		await editor.show(await storeWorkflow(session, pickingWorkflow(credential)));
	});

	afterEach(async () => {
		await editor.closePanel();
	});

	test.each([
		['Train Model', 'modelId', DATE_OR_STATUS],
		['Train Model', 'baseModelId', /trainable until \d{4}-\d\d-\d\d|(not|no longer) trainable/],
		['Deploy Model', 'modelId', DATE_OR_STATUS],
	])('%s shows of every entry for %s what matters', async (node, field, part) => {
		await editor.openPanel(node);
		const listed = await editor.listOf(field);
		await editor.picture(`list-${field.toLowerCase()}-${node.toLowerCase().replace(' ', '-')}`);
		expect(listed.length).toBeGreaterThan(2);
		await expect(editor.cutOff(part)).resolves.toEqual([]);
	});

	test('data for a test is listed by the name of its kind', async () => {
		await editor.openPanel('Test Model');
		const listed = await editor.listOf('testDatasetId');
		expect(listed).toContainEqual(expect.stringMatching(/ · Audio \+ Human-Labeled Transcript$/));
		expect(listed.join()).not.toMatch(/Acoustic|Language/);
		await expect(editor.cutOff(/…60912\) · en-GB/)).resolves.toEqual([]);
	});

	test.each([
		['english', ['en-US', 'en-GB'], ['de-DE', 'ja-JP']],
		['german', ['de-DE'], ['en-US']],
	])('base models are found by "%s"', async (language, found, others) => {
		await editor.openPanel('Specific Baseline');
		await editor.listOf('baseModelId');
		const listed = (await editor.searchList(language)).join();
		for (const locale of found) expect(listed).toContain(` · ${locale} · `);
		for (const locale of others) expect(listed).not.toContain(locale);
	});

	test('locales are found by the language', async () => {
		await editor.openPanel('Upload Dataset');
		await editor.listOf('locale');
		const listed = await editor.searchList('english');
		expect(listed.length).toBeGreaterThan(5);
		expect(listed.join()).toMatch(/en-US.*en-GB/);
		for (const name of listed) expect(name).toMatch(/English/);
	});
});

describe.each(['light', 'dark'] as const)('The Entra ID credential in the %s theme', (theme) => {
	let editor: Editor;
	const opened = closedAfterAll();

	beforeAll(async () => {
		const type = 'azureCustomSpeechOAuth2Api';
		const draft = { name: `Entra ${theme}`, type, data: {} };
		const { id } = await storeCredential(ownerSession(), draft);
		editor = opened(await openEditor(undefined, { theme }));
		await editor.openCredential(id);
		await editor.picture(`credential-entra-${theme}`);
	});

	test.each([/custom domain/, /Cognitive Services Speech Contributor/, 'Grant Type', 'Client ID'])(
		'says without scrolling: %s',
		async (words) => {
			await expect(editor.roomBelow(words)).resolves.toBeGreaterThan(0);
		},
	);

	test('explains itself before it asks for the first secret', async () => {
		const below = await editor.roomBelow(/custom domain/);
		expect(below).toBeGreaterThan(await editor.roomBelow('Client ID'));
	});
});
