import { copyFileSync, mkdirSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { endOnFailure } from './lib/endOnFailure.mts';
import { followExecution } from './lib/followExecution.mts';
import { importWorkflow } from './lib/importWorkflow.mts';
import { workflows } from './lib/paths.mts';
import { requireTrainedModels } from './lib/requireTrainedModels.mts';
import { runOnSchedule } from './lib/runOnSchedule.mts';
import { storeWorkflow } from './lib/storeWorkflow.mts';
import { tellNode } from './lib/tellNode.mts';
import { uploadWorkflow } from './lib/uploadWorkflow.mts';
import { openPlayground } from './n8n.mts';

const SPEED = 200;
const RETRAINING = 'retrain-before-expiry.json';
const SAMPLE = 'plain-text.txt';

const say = (line) => console.log(line);
const quoted = (names) => names.map((name) => `'${name}'`).join(', ');

async function demo() {
	const flag = { type: 'boolean', default: false };
	const { once, keep } = parseArgs({ options: { once: flag, keep: flag } }).values;
	const playground = await openPlayground('demo', { keep, speed: SPEED, report: say });
	try {
		const { workflow, models } = await retrain(playground);
		say(`\nDone: ${quoted(models)} can be used in place of what was about to expire.`);
		const first = await trainFromSample(playground);
		say(`\nDone: ${quoted(first)} was trained from a file.`);
		if (!once) {
			await importOthers(playground);
			await leaveOpen(playground, workflow);
		}
	} catch (error) {
		throw new Error(`${error.message}\nThe logs are in ${playground.logFolder}`);
	} finally {
		await playground.close();
		if (keep) say(`n8n's user folder is kept: ${playground.userFolder}`);
	}
}

/** Retrains what is about to expire, as the schedule of the template would. */
async function retrain({ session, credential, emulator }) {
	const file = path.join(workflows, RETRAINING);
	const workflow = await importWorkflow(session, file, credential);
	say(`Waiting for the schedule of '${workflow.name}' to fire ...`);
	say(
		`(The emulator's clock runs ${SPEED} times faster: a training of 40 minutes takes 12 seconds.)\n`,
	);
	return { workflow, models: await run(session, emulator, workflow) };
}

/** Trains a model of a resource that has none yet, from a file of the sample data. */
async function trainFromSample({ session, credential, emulator, userFolder }) {
	// The one folder n8n lets workflows read from.
	const folder = path.join(userFolder, '.n8n-files');
	mkdirSync(folder, { recursive: true });
	const file = path.join(folder, SAMPLE);
	copyFileSync(path.join(workflows, 'sample-data', SAMPLE), file);
	const ours = (name, type) => ({ name, type, parameters: {} });
	const workflow = await storeWorkflow(
		session,
		uploadWorkflow(credential, file, {
			upload: { parameters: { locale: { __rl: true, mode: 'id', value: 'en-US' } } },
			after: [
				ours('Select Baseline', 'selectBaseline'),
				ours('Train Model', 'trainModel'),
				ours('Wait For Training', 'waitForTraining'),
			],
		}),
	);
	say(`\nTraining a first model from workflows/sample-data/${SAMPLE} ...\n`);
	return await run(session, emulator, workflow);
}

/** Runs a workflow by its schedule, tells what each node reports, and gives the names of the models it has trained. */
async function run(session, emulator, workflow) {
	// They hand on what comes in, and say nothing of their own.
	const switchedOff = workflow.nodes.filter(({ disabled }) => disabled).map(({ name }) => name);
	const executionId = await runOnSchedule(session, workflow);
	const { status, outputs, error } = await followExecution(session, executionId, {
		onNode: (name, items) => {
			if (!switchedOff.includes(name)) tellNode(name, items).forEach(say);
		},
	});
	if (status !== 'success') throw new Error(`The execution ended as ${status}. ${error ?? ''}`);
	return await requireTrainedModels(emulator, outputs['Wait For Training']?.flat() ?? []);
}

/** The other templates, to look at and to run. */
async function importOthers({ session, credential }) {
	const files = readdirSync(workflows).filter((file) => file.endsWith('.json'));
	for (const file of files.filter((name) => name !== RETRAINING)) {
		await importWorkflow(session, path.join(workflows, file), credential);
	}
}

/** Never settles: the person looks around until Ctrl-C, which ends this process and all it started. */
function leaveOpen({ n8n, owner, emulator }, workflow) {
	say(`
n8n is open for you: ${n8n.url}/workflow/${workflow.id}
           sign in:  ${owner.email}
          password:  ${owner.password}
          emulator:  ${emulator.url} (key ${emulator.key})

Press Ctrl-C to stop both and remove what they stored.`);
	return new Promise(() => {});
}

endOnFailure(demo());
