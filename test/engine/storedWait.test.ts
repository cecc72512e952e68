import type { INodeExecutionData } from 'n8n-workflow';

import { WaitForTraining } from '../../nodes/WaitForTraining/WaitForTraining.node';
import { credentialsFor, freshEmulator, type Emulator } from '../support/emulator';
import {
	runNode,
	runWorkflow,
	startNode,
	type NodeTest,
	type WorkflowRun,
} from '../support/engine';
import { passthroughNode } from '../support/stubNodes';
import { putModel, stockUp, type Resource } from '../support/resource';
import { until } from '../support/until.mts';
import { defined } from '../support/defined';

/** Two minutes to the next look: more than the first minute, so the wait is stored after the first one. */
const stored = { options: { checkEverySeconds: 120 } };

describe('A stored wait', () => {
	let emulator: Emulator;
	let resource: Resource;
	beforeEach(async () => {
		emulator = await freshEmulator({ seed: 'bare' });
		resource = stockUp(emulator);
	});
	afterEach(async () => {
		await emulator.close();
	});

	const inTraining = (displayName = 'Retail en-US') =>
		putModel(emulator, resource, null, { displayName, status: 'Running' });
	const caseOf = ({ id }: { id: string }, more = {}) => ({ model: { id }, ...more });
	const store = async (
		cases: Array<INodeExecutionData['json']>,
		more: Partial<NodeTest> = {},
	): Promise<WorkflowRun> => {
		const { workflow } = await runNode({
			node: new WaitForTraining(),
			items: cases.map((json) => ({ json })),
			credentials: credentialsFor(emulator),
			...more,
			parameters: { ...stored, ...more.parameters },
		});
		return workflow;
	};
	const nodeOf = (run: WorkflowRun) => run.of('Wait For Training');

	it('holds no execution: it waits, and says for what', async () => {
		const model = inTraining();
		const run = await store([caseOf(model, { note: 'kept' })]);
		expect(run.status).toBe('waiting');
		expect(run.children.map(({ status }) => status)).toEqual(['waiting']);
		const node = nodeOf(run);
		expect(node.outputs[0][0].json).toMatchObject({
			note: 'kept',
			model: { id: model.id, status: 'Running' },
			wait: { outcome: 'waiting', checks: 1, lastStatus: 'Running', nextCheck: expect.any(String) },
		});
		expect(node.hints[0].message).toMatch(/^Waiting for the training of model 'Retail en-US'\./);
	});

	it('tells in the data of its sub-execution what it waits for, since when, and when it looks next', async () => {
		const model = inTraining();
		const run = await (await store([caseOf(model)])).resume();
		expect(run.status).toBe('waiting');
		expect(run.children[0].data.resultData.metadata).toMatchObject({
			waiting_for: "the training of model 'Retail en-US'",
			waiting_since: expect.stringMatching(/Z$/),
			checks: '2',
			last_status: 'Running',
			next_check: expect.stringMatching(/Z$/),
		});
		const [poll] = run.children[0].data.resultData.runData['Wait For Training'].slice(-1);
		expect(poll.data?.main[0]?.map(({ json }) => json)).toEqual([
			{
				waitingFor: "the training of model 'Retail en-US'",
				since: expect.stringMatching(/Z$/),
				checks: 2,
				lastStatus: 'Running',
				nextCheck: expect.stringMatching(/Z$/),
			},
		]);
	});

	it('goes on by itself and ends with the item as a wait in process would', async () => {
		const model = inTraining();
		let run = await store([caseOf(model, { note: 'kept' })]);
		run = await run.resume();
		emulator.finish('models', model.id);
		run = await run.resume();
		expect(run.status).toBe('success');
		expect(nodeOf(run).outputs[0][0].json).toMatchObject({
			note: 'kept',
			model: { id: model.id, status: 'Succeeded' },
			wait: { outcome: 'succeeded', checks: 3 },
			summary: expect.stringMatching(/^Model 'Retail en-US' was trained/),
		});
		expect(run.children[0].data.resultData.metadata).toMatchObject({
			checks: '3',
			last_status: 'Succeeded',
			next_check: 'none',
		});
	});

	it('looks once a round, whatever the number of rounds, and stores no more with each than a small item', async () => {
		const model = inTraining();
		let run = await store([caseOf(model, { ballast: 'x'.repeat(10_000) })]);
		const sizes: number[] = [];
		for (let round = 0; round < 6; round++) {
			run = await run.resume();
			sizes.push(JSON.stringify(run.children[0].data.resultData.runData).length);
		}
		expect(emulator.requests()).toHaveLength(7);
		const growth = sizes.slice(1).map((size, index) => size - sizes[index]);
		expect(Math.max(...growth)).toBeLessThan(1_000);
	});

	it('keeps order, count, binary data and pairing, failed items on the error output', async () => {
		const models = ['A', 'B', 'C'].map((name) => inTraining(name));
		const earlier = passthroughNode('earlier');
		const file = { data: { data: 'eA==', mimeType: 'text/plain', fileName: 'x.txt' } };
		const later = passthroughNode('later');
		const run = await runWorkflow({
			items: models.map(({ id }, number) => ({ json: { number, model: { id } }, binary: file })),
			credentials: credentialsFor(emulator),
			nodes: [
				{ node: earlier, name: 'Earlier' },
				{ node: new WaitForTraining(), parameters: stored, onError: 'continueErrorOutput' },
				{ node: later, name: 'Later' },
			],
		});
		emulator.finish('models', models[0].id);
		emulator.finish('models', models[1].id, 'Failed', { code: 'InvalidData', message: 'No text' });
		emulator.finish('models', models[2].id);
		const [succeeded, failed] = nodeOf(await run.resume()).outputs;
		expect(succeeded.map(({ json }) => json.number)).toEqual([0, 2]);
		expect(succeeded.map(({ pairedItem }) => pairedItem)).toEqual([{ item: 0 }, { item: 2 }]);
		expect(failed[0]).toMatchObject({
			json: {
				number: 1,
				error: expect.stringContaining('InvalidData: No text'),
				details: { model: { status: 'Failed' }, wait: { outcome: 'failed' } },
			},
			binary: file,
			pairedItem: { item: 1 },
		});
		expect(succeeded.every(({ binary }) => binary?.data.fileName === 'x.txt')).toBe(true);
	});

	it('fails the execution under Stop Workflow, with the sentence of the failure', async () => {
		const model = inTraining();
		const run = await store([caseOf(model)]);
		emulator.finish('models', model.id, 'Failed', { code: 'InvalidData', message: 'No text' });
		const ended = await run.resume();
		expect(ended.status).toBe('error');
		expect(ended.error?.message).toBe(
			"The training of model 'Retail en-US' failed in Azure: InvalidData: No text.",
		);
		expect(ended.error?.description).toMatch(
			/Fix the data, and run the workflow again\. Start the workflow again; n8n's 'Retry' of this execution only shows the same error\.$/,
		);
	});

	it('lets failed items go on under Continue, known as such to the nodes that follow', async () => {
		const model = inTraining();
		const run = await store([caseOf(model)], { onError: 'continueRegularOutput' });
		emulator.finish('models', model.id, 'Failed', { code: 'InvalidData', message: 'No text' });
		expect(nodeOf(await run.resume()).outputs[0][0].json).toMatchObject({
			failedIn: 'Wait For Training',
			wait: { outcome: 'failed' },
		});
	});

	it.each(['continueErrorOutput', 'continueRegularOutput', 'stopWorkflow'] as const)(
		'comes out as interrupted under %s when n8n stopped during a look',
		async (onError) => {
			const model = inTraining();
			const run = await store([caseOf(model, { note: 'kept' })], { onError });
			const ended = await run.resumeAfterCrash();
			const output = onError === 'continueErrorOutput' ? 1 : 0;
			const { json } = nodeOf(ended).outputs[output][0];
			expect(json).toMatchObject({
				note: 'kept',
				error: expect.stringMatching(
					/n8n stopped during a check with Azure.*Run the workflow again/,
				),
			});
			expect(json.details ?? json).toMatchObject({
				model: { id: model.id },
				wait: { outcome: 'interrupted', checks: 1 },
			});
			if (output === 0) expect(json.failedIn).toBe('Wait For Training');
		},
	);

	it('stops at its next look when the execution was stopped', async () => {
		const model = inTraining();
		const run = await store([caseOf(model)]);
		run.cancel();
		emulator.finish('models', model.id);
		const before = emulator.requests().length;
		const [child] = await run.resumeChildren();
		expect(child.status).toBe('success');
		expect(emulator.requests()).toHaveLength(before);
	});

	it('ends quietly when the execution has gone on and waits for something else', async () => {
		const model = inTraining();
		const run = await store([caseOf(model)]);
		const [waiting] = defined(run.raw.data.executionData).nodeExecutionStack;
		expect(waiting.metadata?.waitingChildExecutionIds).toHaveLength(1);
		run.waitFor('another-execution');
		emulator.finish('models', model.id);
		const before = emulator.requests().length;
		const [child] = await run.resumeChildren();
		expect([child.status, emulator.requests().length]).toEqual(['success', before]);
	});

	it('bears a credential that cannot be used at one look', async () => {
		const model = inTraining();
		const credentials = credentialsFor(emulator);
		const { endpoint } = credentials.azureCustomSpeechApi;
		let run = await store([caseOf(model)], { credentials });
		credentials.azureCustomSpeechApi.endpoint = 'ftp://mistyped';
		run = await run.resume();
		expect(run.status).toBe('waiting');
		credentials.azureCustomSpeechApi.endpoint = endpoint;
		emulator.finish('models', model.id);
		expect((await run.resume()).status).toBe('success');
	});

	it('says how to run again when the credential could not be used for an hour', async () => {
		const credentials = credentialsFor(emulator);
		let run = await store([caseOf(inTraining())], { credentials });
		credentials.azureCustomSpeechApi.endpoint = 'ftp://mistyped';
		run = await run.resume();
		const clock = jest.spyOn(Date, 'now').mockReturnValue(Date.now() + 3_600_001);
		run = await run.resume();
		clock.mockRestore();
		expect(run.error?.message).toMatch(/'Endpoint' must/);
		expect(run.error?.description).toMatch(/ Start the workflow again; /);
	});

	it('is stored once under Retry On Fail, also for an item that brings an error', async () => {
		const model = inTraining();
		const run = await store([caseOf(model, { error: 'of long ago' })], {
			retryOnFail: true,
			maxTries: 3,
			waitBetweenTries: 1,
		});
		expect(run.status).toBe('waiting');
		expect(run.children).toHaveLength(1);
	});

	it('keeps no signature of a dataset in its data', async () => {
		const dataset = emulator.put('datasets', {
			displayName: 'By URL',
			kind: 'Language',
			locale: 'en-US',
			status: 'Running',
			contentUrl: 'https://account.blob.core.windows.net/c/x.txt?sv=1&sig=TOPSECRET',
		});
		const run = await store([{ dataset: { id: dataset.id } }]);
		expect(run.status).toBe('waiting');
		const kept = JSON.stringify([run.raw.data, ...run.children.map(({ data }) => data)]);
		expect(kept).toContain('By URL');
		expect(kept).not.toContain('TOPSECRET');
	});

	it('takes a renewed key at its next look', async () => {
		const model = inTraining();
		const credentials = credentialsFor(emulator);
		let run = await store([caseOf(model)], { credentials });
		const key = emulator.rotateKey();
		run = await run.resume();
		expect(run.status).toBe('waiting');
		credentials.azureCustomSpeechApi.apiKey = key;
		emulator.finish('models', model.id);
		expect((await run.resume()).status).toBe('success');
	});

	it('keeps its deadline over all resumes', async () => {
		const model = inTraining();
		const days = 3 / 1440;
		let run = await store([caseOf(model)], {
			parameters: { options: { checkEverySeconds: 120, giveUpAfterDays: days } },
			onError: 'continueErrorOutput',
		});
		const { startedAt } = nodeOf(run).outputs[0][0].json.wait as { startedAt: string };
		const clock = jest.spyOn(Date, 'now').mockReturnValue(Date.now() + 181_000);
		run = await run.resume();
		clock.mockRestore();
		expect(nodeOf(run).outputs[1][0].json).toMatchObject({
			details: { wait: { outcome: 'timedOut', startedAt } },
		});
	});

	it('says clearly that the model was deleted while it was waited for', async () => {
		const model = inTraining();
		const run = await store([caseOf(model)]);
		emulator.remove('models', model.id);
		expect((await run.resume()).error?.message).toMatch(/no model 'Retail en-US' in Azure/);
	});

	it('stays in process in a workflow that is not saved, and says so', async () => {
		const model = inTraining();
		const { finished } = startNode({
			node: new WaitForTraining(),
			items: [{ json: caseOf(model) }],
			credentials: credentialsFor(emulator),
			parameters: { options: { checkEverySeconds: 1 } },
			workflowId: '',
		});
		await until(() => emulator.requests().length > 0);
		emulator.finish('models', model.id);
		const run = await finished;
		expect(run.status).toBe('success');
		expect(run.workflow.children).toEqual([]);
		expect(run.hints[0].message).toMatch(/ends if n8n restarts, because the workflow is not saved/);
	});

	it('warns of a time limit of the workflow that would cut it off', async () => {
		const run = await store([caseOf(inTraining())], { settings: { executionTimeout: 3600 } });
		expect(
			nodeOf(run)
				.hints.map(({ message }) => message)
				.join('\n'),
		).toMatch(/'Timeout Workflow' ends this execution after 1 h, including the wait/);
	});

	it('ends with a sentence that says what to do when another version of the package stored it', async () => {
		let run = await store([caseOf(inTraining())]);
		run.changeStored(({ executionData }) => {
			const { storedWait } = defined(executionData).contextData.flow;
			Object.assign(storedWait as object, { version: 99 });
		});
		run = await run.resume();
		expect(run.status).toBe('error');
		expect(run.error).toMatchObject({
			message: expect.stringMatching(/cannot read \(99; it reads 1\)\.$/),
			description: expect.stringMatching(/^Run the workflow again: it finds the same job/),
		});
	});

	it('refuses a hidden field that somebody filled', async () => {
		const run = await store([caseOf(inTraining())], { parameters: { storedWait: 'look' } });
		expect(run.error?.message).toMatch(/'Stored Wait' contains an unknown value/);
		expect(emulator.requests()).toEqual([]);
	});
});
