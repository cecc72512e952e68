import fs from 'node:fs';
import path from 'node:path';
import { openEditor } from './editor/openEditor.mts';
import { emulatorControl } from './lib/emulatorControl.mts';
import { endOnFailure } from './lib/endOnFailure.mts';
import { followExecution } from './lib/followExecution.mts';
import { importWorkflow } from './lib/importWorkflow.mts';
import { lifeCycleTemplate } from './lib/lifeCycleTemplate.mts';
import { workflows } from './lib/paths.mts';
import { runOnSchedule } from './lib/runOnSchedule.mts';
import { storeWorkflow } from './lib/storeWorkflow.mts';
import { uploadWorkflow } from './lib/uploadWorkflow.mts';
import { openPlayground } from './n8n.mts';
import { areaOf, areaOfNodesPanel, areaOfWorkflow } from './pictures/areas.mts';
import { furtherModels, startedByHand, testData, testOutcome } from './pictures/scene.mts';
import { writeWebp } from './pictures/writeWebp.mts';

const say = (line) => console.log(line);

/** A training of 40 minutes takes 12 seconds, so every wait is over within its first minute. */
const SPEED = 200;

const VIEWPORT = { width: 1440, height: 900 };

/** How wide the page of a report is shown. */
const PAGE_WIDTH = 860;

/** The picture of each node, and what it adds to an item. */
const PANELS = {
	'Check Expiration': ['check-expiration', 'expiration'],
	'Select Baseline': ['select-baseline', 'baseModel'],
	'Train Model': ['train-model', 'model'],
	'Wait For Training': ['wait-for-training', 'wait'],
	'Test Model': ['test-model', 'test'],
	'Deploy Model': ['deploy-model', 'endpoint'],
};

/** Takes the pictures of the documentation from the real editor. */
async function takePictures() {
	const playground = await openPlayground('pictures', { speed: SPEED, report: say });
	const { n8n, owner } = playground;
	const editor = await openEditor({ url: n8n.url, owner }, { viewport: VIEWPORT });
	const camera = async (name, area, scale) => {
		const bytes = await writeWebp(editor.page, name, area, scale);
		say(`${name}.webp  ${Math.round(bytes / 1000)} kB`);
	};
	try {
		await pictureWorkflow(playground, editor, camera);
		await pictureNodesPanel(editor, camera);
		await pictureCredential(editor, camera);
		await pictureLifeCycle(playground, editor, camera);
		await pictureUpload(playground, editor, camera);
		await pictureReport(playground, editor, camera);
	} finally {
		await editor.close();
		await playground.close();
	}
}

async function pictureWorkflow({ session, credential }, editor, camera) {
	const file = path.join(workflows, 'retrain-before-expiry.json');
	await editor.show(await importWorkflow(session, file, credential));
	await camera('retraining-workflow', await areaOfWorkflow(editor.page), 1.75);
}

async function pictureNodesPanel(editor, camera) {
	await editor.findNodes('speech');
	await camera('nodes-panel', await areaOfNodesPanel(editor.page));
}

async function pictureCredential(editor, camera) {
	await editor.startWorkflow();
	await editor.addNode('Check Expiration', 'speech');
	await editor.startCredential();
	await editor.typeKey('not a key but as long as one would be');
	await camera('credential', await areaOf(editor.page, 'editCredential-modal'));
}

async function pictureLifeCycle({ session, credential, emulator }, editor, camera) {
	const control = emulatorControl(emulator);
	const { id } = await control.post('/entities/datasets', testData);
	await control.post('/outcomes', testOutcome);
	const workflow = await storeWorkflow(session, startedByHand(lifeCycleTemplate(credential, id)));
	await editor.show(workflow);
	await editor.run();
	await editor.endsAt('Report', 'success', 180_000);
	for (const [node, [picture, key]] of Object.entries(PANELS)) {
		await picturePanel(editor, camera, { node, picture, key });
	}
}

async function pictureUpload({ session, credential, userFolder }, editor, camera) {
	// The one folder n8n lets workflows read from.
	const file = path.join(userFolder, '.n8n-files', 'training-audio.zip');
	fs.mkdirSync(path.dirname(file), { recursive: true });
	fs.copyFileSync(path.join(workflows, 'sample-data', 'training-audio.zip'), file);
	const upload = { parameters: { locale: { __rl: true, mode: 'id', value: 'en-US' } } };
	const workflow = startedByHand(uploadWorkflow(credential, file, { upload }));
	await editor.show(await storeWorkflow(session, workflow));
	await editor.run();
	await editor.endsAt('Upload Dataset', 'success', 60_000);
	const panel = { node: 'Upload Dataset', picture: 'upload-dataset', key: 'dataset' };
	await picturePanel(editor, camera, panel);
}

async function picturePanel(editor, camera, { node, picture, key }) {
	await editor.openPanel(node);
	await editor.showAs('input', 'Schema');
	await editor.showAs('output', 'Schema');
	await editor.scrollOutputTo(key);
	await camera(picture, await areaOf(editor.page, 'ndv'), 1.3);
	await editor.closePanel();
}

async function pictureReport({ n8n, session, credential, emulator }, editor, camera) {
	const control = emulatorControl(emulator);
	for (const model of furtherModels()) await control.post('/entities/models', model);
	const file = path.join(workflows, 'expiration-digest.json');
	const workflow = await importWorkflow(session, file, credential);
	const run = await followExecution(session, await runOnSchedule(session, workflow, n8n.now));
	const [{ report }] = run.outputs['Check Expiration'].flat();
	await editor.page.setViewportSize({ ...VIEWPORT, width: PAGE_WIDTH });
	await editor.page.setContent(report.html, { waitUntil: 'load' });
	const height = await editor.page.evaluate(() => globalThis.document.body.scrollHeight);
	await camera('expiration-report', { x: 0, y: 0, width: PAGE_WIDTH, height });
}

endOnFailure(takePictures());
