import fs from 'node:fs';
import path from 'node:path';
import { openEditor, type Editor } from './editor/openEditor.mts';
import { emulatorControl } from './emulator/emulatorControl.mts';
import { record, text } from './json.mts';
import { endOnFailure } from './process/endOnFailure.mts';
import { reportOnTerminal } from './process/report.mts';
import { followExecution, itemsOf } from './workflows/followExecution.mts';
import { importWorkflow } from './workflows/importWorkflow.mts';
import { lifeCycleTemplate } from './workflows/lifeCycleTemplate.mts';
import { workflows } from './paths.mts';
import { runOnSchedule } from './workflows/runOnSchedule.mts';
import { storeWorkflow } from './workflows/storeWorkflow.mts';
import { uploadWorkflow } from './workflows/uploadWorkflow.mts';
import { openPlayground, type Playground } from './openPlayground.mts';
import { areaOf, areaOfNodesPanel, areaOfWorkflow, type Area } from './pictures/areas.mts';
import { furtherModels, startedByHand, testData, testOutcome } from './pictures/scene.mts';
import { writeWebp } from './pictures/writeWebp.mts';

const say = reportOnTerminal;

/** A training of 40 minutes takes 12 seconds, so every wait is over within its first minute. */
const SPEED = 200;

const VIEWPORT = { width: 1440, height: 900 };

/** How wide the page of a report is shown. */
const PAGE_WIDTH = 860;

/** The panel of a node, and its picture. */
interface Panel {
	node: string;
	picture: string;
}

/** Takes a picture of a part of the page; `scale` is how many of its pixels there are for one of the page. */
type Camera = (name: string, area: Area, scale?: number) => Promise<void>;

const PANELS: Panel[] = [
	{ node: 'Check Expiration', picture: 'check-expiration' },
	{ node: 'Select Baseline', picture: 'select-baseline' },
	{ node: 'Train Model', picture: 'train-model' },
	{ node: 'Wait For Training', picture: 'wait-for-training' },
	{ node: 'Test Model', picture: 'test-model' },
	{ node: 'Deploy Model', picture: 'deploy-model' },
];

/** Takes the pictures of the documentation from the real editor. */
async function takePictures() {
	const playground = await openPlayground('pictures', { speed: SPEED, report: say });
	const editor = await openEditor(playground.session, { viewport: VIEWPORT });
	const camera: Camera = async (name, area, scale) => {
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

async function pictureWorkflow(
	{ session, credential }: Playground,
	editor: Editor,
	camera: Camera,
) {
	const file = path.join(workflows, 'retrain-before-expiry.json');
	await editor.show(await importWorkflow(session, file, credential));
	await camera('retraining-workflow', await areaOfWorkflow(editor.page), 1.6);
}

async function pictureNodesPanel(editor: Editor, camera: Camera) {
	await editor.findNodes('speech');
	await camera('nodes-panel', await areaOfNodesPanel(editor.page));
}

async function pictureCredential(editor: Editor, camera: Camera) {
	await editor.startWorkflow();
	await editor.addNode('Check Expiration', 'speech', 'Check all models and endpoints');
	await editor.startCredential();
	await editor.typeKey('not a key but as long as one would be');
	await camera('credential', await areaOf(editor.page, 'editCredential-modal'));
}

async function pictureLifeCycle(
	{ session, credential, emulator }: Playground,
	editor: Editor,
	camera: Camera,
) {
	const control = emulatorControl(emulator);
	const { id } = await control.put('datasets', testData);
	await control.outcome(testOutcome);
	const workflow = await storeWorkflow(session, startedByHand(lifeCycleTemplate(credential, id)));
	await editor.show(workflow);
	await editor.run();
	await editor.endsAt('Prepare Message', 'success', 180_000);
	for (const panel of PANELS) await picturePanel(editor, camera, panel);
}

async function pictureUpload(
	{ session, credential, userFolder }: Playground,
	editor: Editor,
	camera: Camera,
) {
	// The one folder n8n lets workflows read from.
	const file = path.join(userFolder, '.n8n-files', 'training-audio.zip');
	fs.mkdirSync(path.dirname(file), { recursive: true });
	fs.copyFileSync(path.join(workflows, 'sample-data', 'training-audio.zip'), file);
	const upload = { parameters: { locale: { __rl: true, mode: 'id', value: 'en-US' } } };
	const workflow = startedByHand(uploadWorkflow(credential, file, { upload }));
	await editor.show(await storeWorkflow(session, workflow));
	await editor.run();
	await editor.endsAt('Upload Dataset', 'success', 60_000);
	const panel = { node: 'Upload Dataset', picture: 'upload-dataset' };
	await picturePanel(editor, camera, panel);
}

async function picturePanel(editor: Editor, camera: Camera, { node, picture }: Panel) {
	await editor.openPanel(node);
	await editor.showAs('input', 'Schema');
	await editor.showAs('output', 'Schema');
	await camera(picture, await areaOf(editor.page, 'ndv'), 1.3);
	await editor.closePanel();
}

async function pictureReport(
	{ n8n, session, credential, emulator }: Playground,
	editor: Editor,
	camera: Camera,
) {
	const control = emulatorControl(emulator);
	for (const model of furtherModels()) await control.put('models', model);
	const file = path.join(workflows, 'expiration-digest.json');
	const workflow = await importWorkflow(session, file, credential);
	const run = await followExecution(session, await runOnSchedule(session, workflow, n8n.now));
	const [{ report }] = itemsOf(run, 'Check Expiration');
	await editor.page.setViewportSize({ ...VIEWPORT, width: PAGE_WIDTH });
	await editor.page.setContent(text(record(report).html), { waitUntil: 'load' });
	const height = await editor.page.evaluate(() => document.body.scrollHeight);
	await camera('expiration-report', { x: 0, y: 0, width: PAGE_WIDTH, height });
}

await endOnFailure(takePictures());
