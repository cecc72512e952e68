/**
 * @jest-environment <rootDir>/test/e2e/support/playgroundEnvironment.mts
 */
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { credentialFor } from '../../playground/emulator/credentialFor.mts';
import { emulatorControl } from '../../playground/emulator/emulatorControl.mts';
import { storeCredential } from '../../playground/n8n/credential.mts';
import { workflows } from '../../playground/paths.mts';
import { waitUntil } from '../../playground/process/waitUntil.mts';
import { importWorkflow } from '../../playground/workflows/importWorkflow.mts';
import type {
	WorkflowDraft,
	WorkflowNode,
	WorkflowReference,
} from '../../playground/workflows/workflow.mts';
import { workflowInARow } from '../../playground/workflows/workflowInARow.mts';
import { closedAfterAll } from './support/closedAfterAll.mts';
import { nodeResult } from './support/nodeResult.mts';
import { buttonsOf } from './support/waiting/buttons.mts';
import {
	RESPOND,
	withNodeBehind,
	withParameters,
	withSettings,
} from './support/waiting/changedWorkflow.mts';
import { itemsAt, resultAt, type SeenExecution } from './support/waiting/executions.mts';
import { openWaiting, type WaitingPlayground } from './support/waiting/openWaiting.mts';
import { AFTER, TRAIN, WAIT, type WaitingOptions } from './support/waiting/waitingWorkflow.mts';
import type { CallsForItems } from './support/waiting/otherWorkflows.mts';
import { LONGEST_PAUSE, LOOK_EVERY_HOUR } from './support/waiting/waits.mts';
import { describeWhereStored } from './support/waiting/whereStored.mts';
import { byId } from '../support/locator.ts';

const FAILED = ['Failed', { code: 'InvalidData', message: 'No text' }] as const;

describeWhereStored("A stored wait and n8n's buttons and settings:", () => {
	let playground: WaitingPlayground;
	let control: WaitingPlayground['control'];
	let waits: WaitingPlayground['waits'];
	let executions: WaitingPlayground['executions'];
	let buttons: ReturnType<typeof buttonsOf>;
	let emulator: { url: string; key: string };
	const opened = closedAfterAll();

	beforeAll(async () => {
		const env = { N8N_CONCURRENCY_PRODUCTION_LIMIT: '1' };
		const open = opened(await openPlayground('waiting-buttons', { clockMoves: true, env }));
		playground = await openWaiting(open);
		({ control, waits, executions } = playground);
		({ emulator } = open);
		buttons = buttonsOf(playground);
	}, 300_000);

	afterEach(async () => {
		await control.clearFaults();
		expect(await playground.stopLeftovers()).toEqual([]);
	});

	const drawn = (name: string, more: Partial<WaitingOptions> = {}) =>
		playground.workflow({ name, waitOptions: LOOK_EVERY_HOUR, ...more });
	const startWaiting = async (workflow: WorkflowReference) => {
		const id = await waits.startByHook(workflow);
		await waits.untilStored(id);
		return id;
	};
	const stored = async (workflow: WorkflowDraft) => {
		const reference = await waits.store(workflow);
		const id = await startWaiting(reference);
		return { workflow: reference, id };
	};
	const statuses = async ({ id }: WorkflowReference) =>
		(await executions.list({ workflowId: id })).map(({ mode, status }) => [mode, status]);

	describe.each(['original', 'currently saved'] as const)(
		'Retry of a failed one with the %s workflow',
		(from) => {
			test('shows the old error again, which says to start the workflow again', async () => {
				const name = `Retried ${from}`;
				const { workflow, id } = await stored(drawn(name, { onError: 'stopWorkflow' }));
				await control.finish(name, ...FAILED);
				const ended = await waits.ended(id);
				expect(ended.error?.description).toMatch(/Start the workflow again; n8n's 'Retry' of this/);
				await control.clearRequests();
				const again = await buttons.retry(id, from);
				const { status, error } = await executions.read(again.id);
				expect([status, error]).toEqual(['error', ended.error]);
				expect(await control.requests()).toEqual([]);
				const anew = `${name}, anew`;
				const other = await waits.startByHook(workflow, { name: anew });
				await waits.untilStored(other);
				await control.finish(anew);
				expect(resultAt(await waits.ended(other), AFTER).wait?.outcome).toBe('succeeded');
			});
		},
	);

	test('Retry of a failed Train Model continues from there, and its wait is stored like any other', async () => {
		const workflow = await waits.store(drawn('Refused', { onError: 'stopWorkflow' }));
		await control.fault({ kind: 'status', status: 403, times: 9, method: 'POST', path: '/models' });
		const failed = await waits.ended(await waits.startByHook(workflow));
		expect(failed).toMatchObject({ status: 'error', error: { node: { name: TRAIN } } });
		await control.clearFaults();
		const { id, status } = await buttons.retry(failed.id, 'original');
		expect(status).toBe('waiting');
		await control.finish('Refused');
		const ended = await waits.ended(id);
		expect(resultAt(ended, AFTER).wait?.outcome).toBe('succeeded');
		expect(await playground.countModels('Refused')).toBe(1);
	});

	test('Retry of a failed Test Model continues with the trained model, and does not wait for it again', async () => {
		const speech = emulatorControl(emulator);
		const audio = { displayName: 'Calls', kind: 'Acoustic', locale: 'en-US' };
		const { id: testData } = await speech.put('datasets', audio);
		const parameters = {
			testDatasetId: byId(testData),
			compareWith: 'base',
			options: LOOK_EVERY_HOUR,
		};
		const testModel = { name: 'Test Model', type: 'testModel', parameters };
		const row = workflowInARow('Row', [testModel], { credential: playground.credential });
		const draft = withNodeBehind(drawn('Tested'), WAIT, row.nodes[1]);
		const { id } = await stored(draft);
		await control.fault({ kind: 'status', status: 403, times: 99, path: '/evaluations' });
		await control.finish('Tested');
		const failed = await waits.ended(id);
		expect(failed).toMatchObject({ status: 'error', error: { node: { name: 'Test Model' } } });
		await control.clearFaults();
		const again = await buttons.retry(id, 'original');
		expect(again.status).toBe('waiting');
		for (const one of await speech.list('evaluations')) await speech.finish('evaluations', one.id);
		const ended = await waits.ended(again.id);
		expect(resultAt(ended, AFTER)).toMatchObject({ test: expect.any(Object) as object });
		expect(await playground.countModels('Tested')).toBe(1);
	});

	test('stopping the sub-execution fails the execution, and takes the place of all its items', async () => {
		const { workflow, id } = await stored(drawn('Stopped', { onError: 'stopWorkflow' }));
		const [wait] = await executions.storedWaits(workflow.id);
		await executions.stop(wait.id);
		expect(await waits.ended(id)).toMatchObject({
			status: 'error',
			error: { message: 'The execution was cancelled manually' },
		});
		const continuing = await stored(drawn('Stopped and led on', { items: 3 }));
		const [other] = await executions.storedWaits(continuing.workflow.id);
		await executions.stop(other.id);
		const ended = await waits.ended(continuing.id);
		const [good, bad] = ended.outputs[WAIT] ?? [];
		expect([good, bad.map(({ json }) => json)]).toEqual([
			[],
			[expect.objectContaining({ error: 'The execution was cancelled manually', place: 1 })],
		]);
	});

	test('deleting the sub-execution leaves the execution waiting until it is stopped', async () => {
		const { workflow, id } = await stored(drawn('Without its wait'));
		const [wait] = await executions.storedWaits(workflow.id);
		await buttons.deleteExecution(wait.id);
		await playground.n8n.moveClock(3 * 3_600_000);
		await playground.staysFor(1_500, async () => await executions.statusOf(id));
		expect(await statuses(workflow)).toEqual([['webhook', 'waiting']]);
		await executions.stop(id);
		expect(await executions.statusOf(id)).toBe('canceled');
		const anew = await startWaiting(workflow);
		await control.finish('Without its wait');
		expect(resultAt(await waits.ended(anew), AFTER).model?.reused).toBe(true);
	});

	test('deleting the credential is tolerated for an hour, then an error says what to do', async () => {
		const credential = await storeCredential(playground.session, credentialFor(emulator));
		const options = {
			credential,
			onError: 'stopWorkflow',
			waitOptions: { checkEverySeconds: 600 },
		};
		const draft = drawn('Without credential', options as Partial<WaitingOptions>);
		const { workflow, id } = await stored(draft);
		await buttons.deleteCredential(credential.id);
		await waits.nextCheck(workflow, 900_000);
		expect(await executions.statusOf(id)).toBe('waiting');
		expect(await waits.ended(id)).toMatchObject({
			error: {
				message: expect.stringMatching(/^Credential with ID .* does not exist/),
				description: expect.stringMatching(/continue in Azure\. .* Start the workflow again/),
			},
		});
	});

	describe('a web hook', () => {
		const answering = (name: string, responseMode: string) =>
			withParameters(drawn(name), 'Start', { responseMode });
		const calls = async (draft: WorkflowDraft) => {
			const workflow = await waits.store(draft);
			const answer = waitUntil(
				async () => {
					const { status, json } = await buttons.answerOf(workflow);
					return status !== 404 && json;
				},
				{ every: 200, patience: 60_000, otherwise: () => 'The web hook is not there' },
			);
			const id = await executions.appeared(workflow.id, []);
			await waits.untilStored(id);
			return { id, answer };
		};

		test("set to 'When Last Node Finishes' answers as soon as the wait is stored, with the item as it waits", async () => {
			const { id, answer } = await calls(answering('Answered early', 'lastNode'));
			expect(nodeResult(await answer).wait?.outcome).toBe('waiting');
			await control.finish('Answered early');
			expect(resultAt(await waits.ended(id), AFTER).wait?.outcome).toBe('succeeded');
		});

		test("with 'Respond to Webhook' after the wait answers when it is over, to a caller that is still there", async () => {
			const draft = withNodeBehind(answering('Answered late', 'responseNode'), AFTER, RESPOND);
			const { id, answer } = await calls(draft);
			const none = pause(1_500, 'no answer');
			expect(await Promise.race([answer, none])).toBe('no answer');
			await control.finish('Answered late');
			await waits.ended(id);
			expect(nodeResult(await answer).wait?.outcome).toBe('succeeded');
		});

		test("with 'Respond to Webhook' before the wait answers at once, and the wait continues", async () => {
			const draft = withNodeBehind(answering('Answered at once', 'responseNode'), TRAIN, RESPOND);
			const { id, answer } = await calls(draft);
			expect(nodeResult(await answer)).toMatchObject({ model: { reused: false } });
			await control.finish('Answered at once');
			expect(resultAt(await waits.ended(id), AFTER).wait?.outcome).toBe('succeeded');
		});
	});

	test("'Save Successful Production Executions' off keeps of the two only the sub-execution", async () => {
		const settings = { saveDataSuccessExecution: 'none' };
		const { workflow, id } = await stored(drawn('Not saved', { settings }));
		await control.finish('Not saved');
		await waitUntil(
			async () => {
				await playground.n8n.moveClock(LONGEST_PAUSE);
				return (await executions.list({ workflowId: workflow.id })).every((one) => one.id !== id);
			},
			{ every: 200, patience: 30_000, otherwise: () => 'The execution is still there' },
		);
		expect(await statuses(workflow)).toEqual([['integrated', 'success']]);
	});

	test('a concurrency limit counts the first minute of a wait, and none of a stored one', async () => {
		const first = await waits.store(drawn('In its first minute', { waitOptions: {} }));
		const second = await waits.store(drawn('Behind it'));
		const running = await waits.startByHook(first);
		// n8n answers it when it is its turn.
		const answered = waits.startByHook(second);
		const queued = await executions.appeared(second.id, []);
		const states = async () => [
			await executions.statusOf(running),
			await executions.statusOf(queued),
		];
		expect(await states()).toEqual(['running', 'new']);
		await waits.untilStored(running);
		await waits.untilStored(queued);
		await answered;
		expect(await states()).toEqual(['waiting', 'waiting']);
		for (const name of ['In its first minute', 'Behind it']) await control.finish(name);
		for (const id of [running, queued]) {
			expect(await waits.ended(id)).toMatchObject({ status: 'success' });
		}
	});

	test('the error workflow gets what happened, and nothing of what the wait had stored', async () => {
		const errors = await waits.store(playground.errorWorkflow('Hears of errors'));
		await waits.publishCalled(errors);
		const settings = { errorWorkflow: errors.id };
		const more = { items: 12, onError: 'stopWorkflow', settings } as const;
		const { id } = await stored(drawn('Fails', more));
		await control.finish('Fails 1', ...FAILED);
		await waits.ended(id);
		const heard = await executions.appeared(errors.id, []);
		const [{ json }] = itemsAt(await waits.ended(heard), 'Error');
		const payload = JSON.stringify(json);
		expect(payload).toContain("The training of model 'Fails 1' failed in Azure");
		expect(payload).not.toMatch(/Fails 2|lastSeen|itemCount/);
		expect(payload.length).toBeLessThan(5_000);
	});

	describe('the setting of the waiting node', () => {
		const set = async (name: string, settings: Partial<WorkflowNode>, onError?: 'stopWorkflow') => {
			const draft = drawn(name, { items: 2, ...(onError && { onError }) });
			return await stored(withSettings(draft, WAIT, settings));
		};

		test("'Execute Once' waits for the first item, and drops the others", async () => {
			const { id } = await set('Once', { executeOnce: true });
			await control.finish('Once 1');
			const items = itemsAt(await waits.ended(id), AFTER);
			expect(items.map(({ json }) => json.name)).toEqual(['Once 1']);
		});

		test("'Retry On Fail' does not try again what ended as a stored wait", async () => {
			const { workflow, id } = await set('Tried', { retryOnFail: true }, 'stopWorkflow');
			await control.finish('Tried 2', ...FAILED);
			expect(await waits.ended(id)).toMatchObject({ status: 'error' });
			expect(await statuses(workflow)).toEqual([
				['integrated', 'error'],
				['webhook', 'error'],
			]);
		});

		test("'Always Output Data' changes nothing", async () => {
			const { id } = await set('Always', { alwaysOutputData: true });
			for (const name of ['Always 1', 'Always 2']) await control.finish(name);
			const { outputs } = await waits.ended(id);
			expect(outputs[WAIT]?.map((items) => items.length)).toEqual([2, 0]);
		});
	});

	test("'Timeout Workflow' counts the wait, and cancels the execution when its job has ended", async () => {
		const { workflow, id } = await stored(drawn('Timed', { settings: { executionTimeout: 3600 } }));
		expect((await executions.read(id)).hints[WAIT]?.join()).toContain("'Timeout Workflow' ends");
		await waits.nextCheck(workflow);
		expect(await executions.statusOf(id)).toBe('waiting');
		await control.finish('Timed');
		expect(await waits.ended(id)).toMatchObject({ status: 'canceled' });
	});

	describe('in the editor', () => {
		const byHand = async (name: string) => await waits.store(drawn(name, { trigger: 'manual' }));

		test("'Execute step' of the waiting node runs what leads to it, and waits as an execution does", async () => {
			const workflow = await byHand('One step');
			const id = await buttons.executeStep(workflow, WAIT);
			await waits.untilStored(id);
			await control.finish('One step');
			const ended = await waits.ended(id);
			expect(resultAt(ended, WAIT).wait?.outcome).toBe('succeeded');
			expect(ended.outputs).not.toHaveProperty(AFTER);
		});

		test('pinned data of the waiting node is returned at once in a manual run, without waiting', async () => {
			const workflow = await byHand('Pinned');
			await buttons.pin(workflow, WAIT, { pinned: true });
			const ended = await waits.ended(await buttons.execute(workflow));
			expect(itemsAt(ended, AFTER)[0].json).toMatchObject({ pinned: true });
			expect(await statuses(workflow)).toEqual([['manual', 'success']]);
		});

		test('a workflow that is renamed, and one that is a copy of it, wait for one training', async () => {
			const { workflow, id } = await stored(drawn('Doubled'));
			const copy = withParameters(await buttons.duplicate(workflow, 'Copy'), 'Start', {
				path: 'copy',
			});
			await buttons.rename(workflow, 'Another name');
			const other = await stored(withSettings(copy, 'Start', { webhookId: 'copy' }));
			await control.finish('Doubled');
			for (const one of [id, other.id]) {
				expect(resultAt(await waits.ended(one), AFTER).wait?.outcome).toBe('succeeded');
			}
			expect(await playground.countModels('Doubled')).toBe(1);
		});
	});

	describe('Retrain Now, called', () => {
		let called: WorkflowReference;
		let modelIds: string[];

		beforeAll(async () => {
			const file = path.join(workflows, 'retrain-now.json');
			const template = await importWorkflow(playground.session, file, playground.credential);
			await waits.publish(template);
			called = template;
			const [{ id }] = await control.models();
			modelIds = [id, id];
		});

		const caller = async (name: string, how: Omit<CallsForItems, 'name' | 'called' | 'items'>) => {
			const items = modelIds.map((modelId, index) => ({ modelId, name: `${name} ${index + 1}` }));
			return await waits.store(playground.callingForItems({ name, called, items, ...how }));
		};
		const untilTraining = async (name: string) => {
			await waitUntil(
				async () => {
					await playground.n8n.moveClock(LONGEST_PAUSE);
					return (await control.models()).some(({ displayName }) => displayName === name);
				},
				{ every: 200, patience: 60_000, otherwise: () => `'${name}' is not being trained` },
			);
		};
		const finishBoth = async (name: string) => {
			for (const number of [1, 2]) {
				const model = `${name} ${number}`;
				await untilTraining(model);
				await control.finish(model);
			}
		};
		const summaries = (ended: SeenExecution) =>
			itemsAt(ended, 'After the Call').map(({ json }) => nodeResult(json).summary);
		const trained = (name: string) =>
			expect.stringContaining(`Model '${name}' was trained`) as string;

		test("'Run once with all items', returns all of them when the last one is trained", async () => {
			const id = await startWaiting(await caller('All at once', { mode: 'once' }));
			await finishBoth('All at once');
			const ended = await waits.ended(id);
			expect(summaries(ended)).toEqual([trained('All at once 1'), trained('All at once 2')]);
		});

		test("'Run once for each item', refuses the second call while the first one waits", async () => {
			const workflow = await caller('One by one', { mode: 'each' });
			const id = await waits.startByHook(workflow);
			const ended = await waits.ended(id);
			expect([ended.status, ended.error?.message]).toEqual([
				'error',
				expect.stringMatching(/^Another call from the same execution is already waiting/),
			]);
			expect(ended.error?.description).toContain("'Run once with all items'");
			await finishBoth('One by one');
			await endedAll(called);
		});

		test("after 'Loop Over Items', waits for one after the other and returns all", async () => {
			const id = await startWaiting(await caller('In turn', { mode: 'once', loops: true }));
			await control.finish('In turn 1');
			await untilTraining('In turn 2');
			await control.finish('In turn 2');
			const ended = await waits.ended(id);
			expect(summaries(ended)).toEqual([trained('In turn 1'), trained('In turn 2')]);
		});

		test("for each item without 'Wait For Sub-Workflow Completion', lets each continue by itself", async () => {
			const how = { mode: 'each', waitForSubWorkflow: false } as const;
			const id = await waits.startByHook(await caller('On their own', how));
			expect(await waits.ended(id)).toMatchObject({ status: 'success' });
			await finishBoth('On their own');
			const all = await endedAll(called);
			expect(all.slice(0, 4)).toEqual(Array(4).fill('success'));
		});

		/** Has looks come until all executions of a workflow are over; the newest first. */
		async function endedAll({ id }: WorkflowReference) {
			return await waitUntil(
				async () => {
					await playground.n8n.moveClock(LONGEST_PAUSE);
					if ((await executions.unfinished()).length > 0) return false;
					return (await executions.list({ workflowId: id })).map(({ status }) => status);
				},
				{ every: 200, patience: 60_000, otherwise: () => 'A called workflow is not over' },
			);
		}
	});
});
