const path = require('node:path');
const { parseArgs } = require('node:util');
const { endOnFailure } = require('./lib/endOnFailure');
const { followExecution } = require('./lib/followExecution');
const { importWorkflow } = require('./lib/importWorkflow');
const { workflows } = require('./lib/paths');
const { requireTrainedModels } = require('./lib/requireTrainedModels');
const { runOnSchedule } = require('./lib/runOnSchedule');
const { tellNode } = require('./lib/tellNode');
const { openPlayground } = require('./n8n');

const SPEED = 200;

const say = (line) => console.log(line);

async function demo() {
	const flag = { type: 'boolean', default: false };
	const { once, keep } = parseArgs({ options: { once: flag, keep: flag } }).values;
	const playground = await openPlayground('demo', { keep, speed: SPEED, report: say });
	try {
		const { workflow, models } = await retrain(playground);
		const names = models.map((name) => `'${name}'`).join(', ');
		say(`\nDone: ${names} can be used in place of what was about to expire.`);
		if (!once) await leaveOpen(playground, workflow);
	} catch (error) {
		throw new Error(`${error.message}\nThe logs are in ${playground.logFolder}`);
	} finally {
		await playground.close();
		if (keep) say(`n8n's user folder is kept: ${playground.userFolder}`);
	}
}

async function retrain({ session, credential, emulator }) {
	const file = path.join(workflows, 'retrain-before-expiry.json');
	const workflow = await importWorkflow(session, file, credential);
	say(`Waiting for the schedule of '${workflow.name}' to fire ...`);
	say(
		`(The emulator's clock runs ${SPEED} times faster: a training of 40 minutes takes 12 seconds.)\n`,
	);

	// They hand on what comes in, and say nothing of their own.
	const switchedOff = workflow.nodes.filter(({ disabled }) => disabled).map(({ name }) => name);
	const executionId = await runOnSchedule(session, workflow);
	const { status, outputs, error } = await followExecution(session, executionId, {
		onNode: (name, items) => {
			if (!switchedOff.includes(name)) tellNode(name, items).forEach(say);
		},
	});
	if (status !== 'success') throw new Error(`The execution ended as ${status}. ${error ?? ''}`);

	const trained = outputs['Wait For Training']?.flat() ?? [];
	return { workflow, models: await requireTrainedModels(emulator, trained) };
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
