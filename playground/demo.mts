import { copyFileSync, mkdirSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { reportOnTerminal } from './process/report.mts';
import { endOnFailure, messageOf } from './process/endOnFailure.mts';
import type { StoredWorkflow, WorkflowNode } from './workflows/workflow.mts';
import { followExecution } from './workflows/followExecution.mts';
import { OWNER } from './n8n/signInOwner.mts';
import { importWorkflow } from './workflows/importWorkflow.mts';
import { workflows } from './paths.mts';
import { requireTrainedModels } from './emulator/requireTrainedModels.mts';
import { runOnSchedule } from './workflows/runOnSchedule.mts';
import { storeWorkflow } from './workflows/storeWorkflow.mts';
import { tellNode } from './workflows/tellNode.mts';
import { uploadWorkflow } from './workflows/uploadWorkflow.mts';
import { openPlayground, type Playground } from './openPlayground.mts';

const SPEED = 200;
const RETRAINING = 'retrain-before-expiry.json';
const SAMPLE = 'plain-text.txt';

const say = reportOnTerminal;
const quoted = (names: string[]) => names.map((name) => `'${name}'`).join(', ');

async function demo() {
	const flag = { type: 'boolean', default: false } as const;
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
		throw new Error(`${messageOf(error)}\nThe logs are in ${playground.logFolder}`);
	} finally {
		await playground.close();
		if (keep) say(`n8n's user folder is kept: ${playground.userFolder}`);
	}
}

/** Retrains what is about to expire, as the schedule of the template would. */
async function retrain(playground: Playground) {
	const { session, credential } = playground;
	const file = path.join(workflows, RETRAINING);
	const workflow = await importWorkflow(session, file, credential);
	say(`Waiting for the schedule of '${workflow.name}' to fire ...`);
	say(
		`(The emulator's clock runs ${SPEED} times faster: a training of 40 minutes takes 12 seconds.)\n`,
	);
	return { workflow, models: await run(playground, workflow) };
}

/** Trains a model of a resource that has none yet, from a file of the sample data. */
async function trainFromSample(playground: Playground) {
	const { session, credential, userFolder } = playground;
	// The one folder n8n lets workflows read from.
	const folder = path.join(userFolder, '.n8n-files');
	mkdirSync(folder, { recursive: true });
	const file = path.join(folder, SAMPLE);
	copyFileSync(path.join(workflows, 'sample-data', SAMPLE), file);
	const ours = (name: string, type: string): WorkflowNode => ({ name, type, parameters: {} });
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
	return await run(playground, workflow);
}

/** Runs a workflow by its schedule, tells what each node reports, and gives the names of the models it has trained. */
async function run({ session, emulator }: Playground, workflow: StoredWorkflow) {
	// They hand on what comes in, and say nothing of their own.
	const switchedOff = workflow.nodes.filter(({ disabled }) => disabled).map(({ name }) => name);
	const executionId = await runOnSchedule(session, workflow);
	const execution = await followExecution(session, executionId, {
		onNode: (name, items) => {
			if (!switchedOff.includes(name)) for (const line of tellNode(name, items)) say(line);
		},
	});
	const { status, error } = execution;
	if (status !== 'success') throw new Error(`The execution ended as ${status}. ${error ?? ''}`);
	return await requireTrainedModels(emulator, execution.outputs['Wait For Training']?.flat() ?? []);
}

/** The other templates, to look at and to run. */
async function importOthers({ session, credential }: Playground) {
	const files = readdirSync(workflows).filter((file) => file.endsWith('.json'));
	for (const file of files.filter((name) => name !== RETRAINING)) {
		await importWorkflow(session, path.join(workflows, file), credential);
	}
}

/** Never settles: the person looks around until Ctrl-C, which ends this process and all it started. */
function leaveOpen({ n8n, emulator }: Playground, workflow: StoredWorkflow): Promise<never> {
	say(`
n8n is open for you: ${n8n.url}/workflow/${workflow.id}
           sign in:  ${OWNER.email}
          password:  ${OWNER.password}
          emulator:  ${emulator.url} (key ${emulator.key})

Press Ctrl-C to stop both and remove what they stored.`);
	return new Promise(() => undefined);
}

await endOnFailure(demo());
