import path from 'node:path';
import type { EmulatorControl } from '../../playground/emulator/emulatorControl.mts';
import type { N8nSession } from '../../playground/n8n/n8nSession.mts';
import {
	followExecution,
	itemsOf,
	type FinishedExecution,
} from '../../playground/workflows/followExecution.mts';
import { importWorkflow } from '../../playground/workflows/importWorkflow.mts';
import { publishesCalled } from '../../playground/n8n/installedN8n.mts';
import { workflows } from '../../playground/paths.mts';
import { runOnSchedule } from '../../playground/workflows/runOnSchedule.mts';
import {
	publishWorkflow,
	readWorkflow,
	storeWorkflow,
} from '../../playground/workflows/storeWorkflow.mts';
import { callingWorkflow } from './support/callingWorkflow.mts';
import { emulatorControl } from './support/emulatorControl.mts';
import { nodeResult, type NodeResult } from './support/nodeResult.mts';
import { ownerSession, sharedPlayground } from './support/sharedPlayground.mts';
import { startedExecution } from './support/waiting/waits.mts';

const inDays = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString();

/** What the first item says that a node has put out. */
const firstOf = (run: FinishedExecution, node: string): NodeResult =>
	nodeResult(itemsOf(run, node)[0]);

describe('The workflow template', () => {
	let session: N8nSession;
	let control: EmulatorControl;
	let datasetIds: string[];
	const put: string[] = [];

	beforeAll(async () => {
		session = ownerSession();
		control = emulatorControl();
		await control.outcome({ collection: 'models', durationMs: 2_000 });
		const datasets = await control.list('datasets');
		datasetIds = datasets.slice(0, 2).map(({ id }) => id);
	});

	// What expires here is none of the business of tests that come after.
	afterAll(async () => {
		for (const id of put) await control.removeEntity('models', id);
	});

	const putModel = async (displayName: string, daysLeft: number, more: object = {}) => {
		const model = await control.put('models', {
			displayName,
			locale: 'en-US',
			datasets: datasetIds,
			properties: { deprecationDates: { transcriptionDateTime: inDays(daysLeft) } },
			...more,
		});
		put.push(model.id);
		return model;
	};

	const imported = async (file: string) =>
		await importWorkflow(session, path.join(workflows, file), sharedPlayground().credential);

	test.each([
		['Retrain Before They Expire', 'retrain-before-expiry.json'],
		['Retrain Monthly', 'retrain-monthly.json'],
	])('%s sends one message per model, and says of each what became of it', async (_name, file) => {
		for (const id of put.splice(0)) await control.removeEntity('models', id);
		await putModel('Well', 10);
		await putModel('Ill', 10);
		await putModel('Nowhere', 10, { locale: 'xx-YY', datasets: [] });
		await control.outcome({
			collection: 'models',
			displayNamePattern: '^Ill ',
			status: 'Failed',
			error: { code: 'InvalidData', message: 'The training data is empty' },
			durationMs: 2_000,
		});
		const workflow = await imported(file);
		const run = await followExecution(session, await runOnSchedule(session, workflow));
		expect([run.status, run.error]).toEqual(['success', undefined]);
		const told = (node: string) => run.items[node]?.map((item) => nodeResult(item).summary) ?? [];
		const about = (name: string, ending: string) =>
			expect.stringMatching(new RegExp(`'${name}.*${ending}`, 's'));
		const trained = told('Prepare Message');
		expect(trained).toContainEqual(about('Well', 'was trained in .* usable until'));
		expect(trained.join()).not.toMatch(/Ill|Nowhere|xx-YY/);
		const problems = told('Prepare Error Message');
		expect(problems).toContainEqual(about('Ill', 'The training data is empty'));
		expect(problems).toContainEqual(expect.stringMatching(/no base model for the locale 'xx-YY'/));
		expect(problems).toHaveLength(2);
		for (const node of ['Slack: Outcome', 'Teams: Outcome', 'Email: Outcome']) {
			expect(told(node).sort()).toEqual([...trained, ...problems].sort());
		}
	});

	test('Expiration Digest makes a page of all models and hands it to the mail', async () => {
		const workflow = await imported('expiration-digest.json');
		const run = await followExecution(session, await runOnSchedule(session, workflow));
		expect([run.status, run.error]).toEqual(['success', undefined]);
		for (const node of ['Slack: Digest', 'Teams: Digest']) {
			expect(firstOf(run, node).summary).toMatch(/need(s)? retraining/);
		}
		const item = itemsOf(run, 'Email: Digest')[0];
		expect(item.summary).toMatch(/need(s)? retraining/);
		expect(item.html).toMatch(/<!doctype html>[^]*<table[^]*Retail en-US/);
	});

	test('Retrain Now trains the model it is called with, once, and hands the new one back, or its failure', async () => {
		const workflow = await imported('retrain-now.json');
		if (publishesCalled) {
			await publishWorkflow(session, await readWorkflow(session, workflow.id));
		}
		const old = await putModel('Asked for', 300);
		const models = await control.list('models');
		const call = async (inputs: Parameters<typeof callingWorkflow>[1]) => {
			const caller = await storeWorkflow(session, callingWorkflow(workflow.id, inputs));
			return await followExecution(session, await runOnSchedule(session, caller));
		};
		const calls: NodeResult[] = [];
		for (let time = 0; time < 2; time++) {
			const run = await call({ modelId: old.id });
			expect([run.status, run.error]).toEqual(['success', undefined]);
			calls.push(firstOf(run, 'Retrain'));
		}
		expect(calls[0]).toMatchObject({
			modelId: expect.stringMatching(/^[0-9a-f-]{36}$/),
			summary: expect.stringMatching(/was trained/),
		});
		expect(calls[0].modelId).not.toBe(old.id);
		expect(calls[1].modelId).toBe(calls[0].modelId);
		const now = await control.list('models');
		expect(now).toHaveLength(models.length + 1);

		const named = await call({ modelId: old.id, name: 'Asked for today', giveUpAfterDays: 0.5 });
		expect([named.status, named.error]).toEqual(['success', undefined]);
		expect(firstOf(named, 'Retrain').summary).toMatch(/^Model 'Asked for today' was/);
		const hasty = await call({ modelId: old.id, name: 'Asked for in a hurry', giveUpAfterDays: 0 });
		expect([hasty.status, hasty.error]).toEqual([
			'error',
			expect.stringMatching(/'Asked for in a hurry'/),
		]);
	});

	test('Retrain Now trains nothing and is green when it is executed by hand without a model', async () => {
		const { id } = await imported('retrain-now.json');
		const models = await control.list('models');
		const started = await session.post(`/rest/workflows/${id}/run`, {
			workflowData: await readWorkflow(session, id),
			triggerToStartFrom: { name: 'When Called' },
		});
		const run = await followExecution(session, startedExecution(started).executionId);
		expect([run.status, run.error]).toEqual(['success', undefined]);
		expect(firstOf(run, 'Nothing to Retrain').summary).toMatch(/^No model was passed/);
		expect(await control.list('models')).toHaveLength(models.length);
	});

	test('Retrain Now fails when its wait was cut off, instead of handing back a model that is not trained', async () => {
		const { id } = await putModel('Cut off', 300);
		const error = "The wait for model 'Cut off' was interrupted. Run the workflow again.";
		const cutOff = { model: { id }, error, failedIn: 'Wait For Training', summary: error };
		const pinData = {
			'When Called': [{ json: { modelId: id } }],
			'Wait For Training': [{ json: cutOff }],
		};
		const { id: workflowId } = await imported('retrain-now.json');
		const stored = await readWorkflow(session, workflowId);
		const workflowData = await session.patch(`/rest/workflows/${workflowId}`, {
			...stored,
			pinData,
		});
		const started = await session.post(`/rest/workflows/${workflowId}/run`, {
			workflowData,
			triggerToStartFrom: { name: 'When Called' },
		});
		const run = await followExecution(session, startedExecution(started).executionId);
		expect([run.status, run.error]).toEqual(['error', `Not Trained: ${error}`]);
	});
});
