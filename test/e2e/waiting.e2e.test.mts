/**
 * @jest-environment <rootDir>/test/e2e/support/playgroundEnvironment.mts
 */
import type { INodeExecutionData } from 'n8n-workflow';
import { storesWaits } from '../../playground/n8n/installedN8n.mts';
import { closedAfterAll } from './support/closedAfterAll.mts';
import { openEditor } from './support/editor.mts';
import { eventually } from './support/eventually.mts';
import { itemsAt, resultAt, type Executions } from './support/waiting/executions.mts';
import { nodeResult } from './support/nodeResult.mts';
import {
	killedWaitsOf,
	type KilledWaits,
	type WaitEnding,
} from './support/waiting/killedWaits.mts';
import { openWaiting, type WaitingPlayground } from './support/waiting/openWaiting.mts';
import { anything, object, text } from '../../playground/json.mts';
import { waitUntil } from '../../playground/process/waitUntil.mts';
import { randomFrom } from '../../playground/randomFrom.mts';
import type { WorkflowReference } from '../../playground/workflows/workflow.mts';
import { recoveryOf } from './support/waiting/recovery.mts';
import { seed } from './support/waiting/seed.mts';
import {
	AFTER,
	EARLIER,
	RED,
	WAIT,
	type WaitingOptions,
} from './support/waiting/waitingWorkflow.mts';
import { LOOK_EVERY_HOUR } from './support/waiting/waits.mts';
import { testWhereStored } from './support/waiting/whereStored.mts';

/** What n8n stores of an execution, as REST tells it. */
const storedExecution = object<{ data: string; workflowData: unknown }>({
	data: text,
	workflowData: anything,
});

const DAY = 86_400_000;

/** What n8n says of an execution that waits. */
const WAITING = storesWaits ? 'waiting' : 'running';

describe('Wait For Training in n8n', () => {
	let n8n: WaitingPlayground['n8n'];
	let session: WaitingPlayground['session'];
	let control: WaitingPlayground['control'];
	let waits: WaitingPlayground['waits'];
	let executions: Executions;
	let playground: WaitingPlayground;
	let recovery: ReturnType<typeof recoveryOf>;
	const opened = closedAfterAll();

	beforeAll(async () => {
		const open = opened(await openPlayground('waiting', { clockMoves: true }));
		recovery = recoveryOf(open);
		playground = await openWaiting(open);
		({ n8n, session, control, waits, executions } = playground);
	}, 300_000);

	afterEach(async () => {
		await control.clearFaults();
		expect(await playground.stopLeftovers()).toEqual([]);
	});

	const store = async (name: string, more: Partial<WaitingOptions> = {}) =>
		await waits.store(playground.workflow({ name, waitOptions: LOOK_EVERY_HOUR, ...more }));

	/** Starts a workflow by its web hook and waits until it waits, in process where this n8n stores no wait. */
	const startWaiting = async (workflow: WorkflowReference, names = [workflow.name]) => {
		const id = await waits.startByHook(workflow);
		await playground.untilWaiting(id, names);
		return id;
	};
	const namesOf = (name: string) => [1, 2, 3].map((place) => `${name} ${place}`);
	const originsOf = (items: INodeExecutionData[]) =>
		items.map(({ json }) => [json.place, json.origin]);
	const textsOf = (items: INodeExecutionData[]) =>
		items.map(({ binary }) => Buffer.from(binary?.data.data ?? '', 'base64').toString());

	function expectTrained(items: INodeExecutionData[], name: string) {
		expect(items.map(({ json }) => json.name)).toEqual(namesOf(name));
		expect(originsOf(items)).toEqual([
			[1, 1],
			[2, 2],
			[3, 3],
		]);
		expect(textsOf(items)).toEqual(['clip 1', 'clip 2', 'clip 3']);
		for (const { json } of items) {
			expect(json).toMatchObject({
				model: { displayName: json.name, status: 'Succeeded' },
				wait: { outcome: 'succeeded' },
				summary: expect.stringMatching(/^Model '.*' was trained/),
			});
		}
	}

	describe.each([
		['by hand', 'manual', 'startByHand'],
		['by a web hook', 'webhook', 'startByHook'],
		['by its schedule', 'schedule', 'startBySchedule'],
	] as const)('in an execution started %s', (how, trigger, start) => {
		test('ends green with every item in its place, its file and its origin', async () => {
			const name = `Started ${how}`;
			const workflow = await store(name, { trigger, items: 3 });
			const id = await waits[start](workflow);
			await playground.untilWaiting(id, namesOf(name));
			await playground.nextCheck(workflow);
			for (const model of namesOf(name)) await control.finish(model);
			const ended = await waits.ended(id);
			expect(ended.status).toBe('success');
			expectTrained(itemsAt(ended, AFTER), name);
			expect(ended.outputs).not.toHaveProperty(RED);
		});
	});

	test('is stored, or stays in process and says why', async () => {
		const workflow = await store('Where it is');
		const id = await startWaiting(workflow);
		const found = await executions.list({ workflowId: workflow.id });
		const statuses = found.map(({ mode, status }) => [mode, status]);
		const whileWaiting = await executions.read(id);
		await playground.nextCheck(workflow);
		await control.finish('Where it is');
		const ended = await waits.ended(id);
		expect(ended.status).toBe('success');
		if (storesWaits) {
			expect(statuses).toEqual([
				['integrated', 'waiting'],
				['webhook', 'waiting'],
			]);
			expect(whileWaiting.hints[WAIT]?.join()).toContain('Waiting for ');
		} else {
			expect(statuses).toEqual([['webhook', 'running']]);
			expect(ended.hints[WAIT]?.join()).toMatch(
				/ends if n8n restarts, because this version of n8n cannot return the result/,
			);
		}
	});

	test('in a sub-workflow, hands every item back to the workflow that called it', async () => {
		const inner = await store('Called', { trigger: 'subWorkflow', items: 3 });
		await waits.publishCalled(inner);
		const outer = await waits.store(playground.callingWorkflow('Calling', inner));
		const id = await startWaiting(outer, namesOf('Called'));
		for (const model of namesOf('Called')) await control.finish(model);
		const ended = await waits.ended(id);
		expect(ended.status).toBe('success');
		expect(itemsAt(ended, 'After the Call').map(({ json }) => json.place)).toEqual([1, 2, 3]);
	});

	testWhereStored('looks in process for a minute, and is stored after that', async () => {
		const workflow = await store('Automatic', { waitOptions: {} });
		const id = await waits.startByHook(workflow);
		await expect(playground.staysFor(3_000, () => executions.statusOf(id))).resolves.toBe(
			'running',
		);
		await waits.untilStored(id);
		await control.finish('Automatic');
		const ended = await waits.ended(id);
		expect(ended.status).toBe('success');
		expect(resultAt(ended, AFTER).wait?.checks).toBeGreaterThan(2);
	});

	test("stays in process under 'Wait Mode: In Memory'", async () => {
		const waitOptions = { ...LOOK_EVERY_HOUR, waitWhere: 'inProcess' };
		const workflow = await store('In process', { waitOptions });
		const id = await waits.startByHook(workflow);
		await expect(playground.staysFor(3_000, () => executions.statusOf(id))).resolves.toBe(
			'running',
		);
		await control.finish('In process');
		expect(await waits.ended(id)).toMatchObject({ status: 'success' });
		expect(await executions.list({ workflowId: workflow.id })).toHaveLength(1);
	});

	describe('when one of three trainings fails,', () => {
		async function withSecondFailing(name: string, more: Partial<WaitingOptions>) {
			const workflow = await store(name, { items: 3, ...more });
			const id = await startWaiting(workflow, namesOf(name));
			const [first, second, third] = namesOf(name);
			await control.finish(first);
			await control.finish(second, 'Failed', { code: 'InvalidData', message: 'No text' });
			await control.finish(third);
			return await waits.ended(id);
		}

		test('sends that one to the error output, each with its file and its origin', async () => {
			const ended = await withSecondFailing('Red one', {});
			expect(ended.status).toBe('success');
			const [good, bad] = [itemsAt(ended, AFTER), itemsAt(ended, RED)];
			expect([originsOf(good), textsOf(good)]).toEqual([
				[
					[1, 1],
					[3, 3],
				],
				['clip 1', 'clip 3'],
			]);
			expect([originsOf(bad), textsOf(bad)]).toEqual([[[2, 2]], ['clip 2']]);
			expect(bad[0].json).toMatchObject({
				name: 'Red one 2',
				message: expect.stringContaining('No text'),
				details: { model: { status: 'Failed' }, wait: { outcome: 'failed' } },
			});
		});

		test("keeps it among the others under 'Continue', marked as failed", async () => {
			const onError = 'continueRegularOutput';
			const ended = await withSecondFailing('Marked one', { onError });
			expect(ended.status).toBe('success');
			const items = itemsAt(ended, AFTER);
			expect(items.map(({ json }) => nodeResult(json).wait?.outcome)).toEqual([
				'succeeded',
				'failed',
				'succeeded',
			]);
			expect(originsOf(items)).toEqual([
				[1, 1],
				[2, 2],
				[3, 3],
			]);
			expect(items[1].json).toMatchObject({ failedIn: WAIT });
		});

		test("stops under 'Stop Workflow', and runs the error workflow once", async () => {
			const errors = await waits.store(playground.errorWorkflow('Error workflow'));
			await waits.publishCalled(errors);
			const settings = { errorWorkflow: errors.id };
			const ending = await withSecondFailing('Stopped', { onError: 'stopWorkflow', settings });
			expect(ending).toMatchObject({ status: 'error', error: { node: { name: WAIT } } });
			expect(ending.error?.message).toContain('No text');
			await playground.staysFor(1_000, () => Promise.resolve('over'));
			expect(await executions.list({ workflowId: errors.id })).toHaveLength(1);
		});
	});

	testWhereStored(
		'when the execution is stopped, ends its stored wait at the next check, without a request',
		async () => {
			const workflow = await store('Cancelled');
			const id = await startWaiting(workflow);
			await executions.stop(id);
			await control.clearRequests();
			await waits.nextCheck(workflow);
			expect(await executions.unfinished()).toEqual([]);
			expect(await control.requests()).toEqual([]);
			expect(await executions.statusOf(id)).toBe('canceled');
			await control.finish('Cancelled');
		},
	);

	test('when the model is deleted, says so', async () => {
		const workflow = await store('Deleted');
		const id = await startWaiting(workflow);
		await control.deleteModel('Deleted');
		const ended = await waits.ended(id);
		expect(ended.status).toBe('success');
		expect(resultAt(ended, RED)).toMatchObject({
			message: expect.stringMatching(/There is no model 'Deleted' in Azure: it was deleted/),
			details: { wait: { outcome: 'failed' } },
		});
	});

	describe('when the key is rotated at Azure,', () => {
		test('goes on at the next look with the new key of the credential', async () => {
			const workflow = await store('Rotated');
			const id = await startWaiting(workflow);
			await control.access({ rotateKey: 'second-key' });
			await playground.nextCheck(workflow);
			expect(await executions.statusOf(id)).toBe(WAITING);
			await playground.saveKey('second-key');
			await control.finish('Rotated');
			const ended = await waits.ended(id);
			expect(resultAt(ended, AFTER).wait?.outcome).toBe('succeeded');
		});

		test('gives up after an hour of refusals, and finds its training when run again with the new key', async () => {
			const workflow = await store('Revoked');
			const id = await startWaiting(workflow);
			await control.access({ rotateKey: 'third-key' });
			const ended = await waits.ended(id);
			expect(resultAt(ended, RED)).toMatchObject({
				message: expect.stringContaining('does not accept the key'),
				details: { wait: { outcome: 'interrupted' } },
			});

			await playground.saveKey('third-key');
			const again = await startWaiting(workflow);
			await control.finish('Revoked');
			const then = await waits.ended(again);
			expect(resultAt(then, AFTER).wait?.outcome).toBe('succeeded');
			expect(await playground.countModels('Revoked')).toBe(1);
		});
	});

	test('when the service is down for hours, goes on', async () => {
		const workflow = await store('Unavailable');
		const id = await startWaiting(workflow);
		await control.fault({ kind: 'status', status: 503, times: 1_000, path: '/models' });
		await playground.nextCheck(workflow);
		await playground.nextCheck(workflow);
		expect(await executions.statusOf(id)).toBe(WAITING);
		await control.clearFaults();
		await control.finish('Unavailable');
		expect(await waits.ended(id)).toMatchObject({ status: 'success' });
	});

	test('when the workflow is edited and deactivated meanwhile, continues with it as it was', async () => {
		const workflow = await store('Edited');
		const id = await startWaiting(workflow);
		await playground.renameNode(workflow, EARLIER, 'Renamed Node');
		await session.post(`/rest/workflows/${workflow.id}/deactivate`, {});
		await playground.nextCheck(workflow);
		await control.finish('Edited');
		const ended = await waits.ended(id);
		expect(ended.status).toBe('success');
		expect(originsOf(itemsAt(ended, AFTER))).toEqual([[1, 1]]);
	});

	testWhereStored(
		"keeps 'Give Up After' over a restart, and cancels nothing in Azure",
		async () => {
			const waitOptions = { ...LOOK_EVERY_HOUR, giveUpAfterDays: 2 };
			const workflow = await store('Too long', { waitOptions });
			const id = await startWaiting(workflow);
			// To its end: a restart in the middle of a look interrupts the wait.
			await waits.nextCheck(workflow, 1.5 * DAY);
			await n8n.restart();
			expect(await executions.statusOf(id)).toBe('waiting');
			await waits.nextCheck(workflow, 0.4 * DAY);
			expect(await executions.statusOf(id)).toBe('waiting');
			const { message, details } = resultAt(await waits.ended(id), RED);
			const waitedMs = (details?.wait?.waitedSeconds ?? 0) * 1000;
			expect(message).toMatch(/'Too long' didn't finish within the time set in 'Give Up After/);
			expect(details?.wait?.outcome).toBe('timedOut');
			expect(waitedMs).toBeGreaterThanOrEqual(2 * DAY);
			expect(waitedMs).toBeLessThan(2.2 * DAY);
			expect(await control.modelNamed('Too long')).toMatchObject({
				status: expect.stringMatching(/NotStarted|Running/),
			});
		},
	);

	testWhereStored(
		'in the editor, says that it waits, and lists the wait as an execution of its own',
		async () => {
			const workflow = await store('Seen', { trigger: 'manual', items: 2 });
			const editor = await openEditor(session);
			try {
				await editor.show(workflow);
				await editor.run();
				const id = await executions.appeared(workflow.id, []);
				await waits.untilStored(id);
				await editor.picture('waiting-canvas');
				await editor.openPanel(WAIT);
				await eventually(editor.outputText, (said) => {
					expect(said).toContain('The node checks with Azure');
					expect(said).toContain('Waiting for 2 models.');
				});
				await editor.picture('waiting-panel');
				const listed = await editor.showExecutions(workflow);
				expect(listed).toEqual([
					expect.stringContaining('Waiting'),
					expect.stringContaining('Waiting'),
				]);
				await editor.picture('waiting-executions');
				await control.finish('Seen 1');
				await control.finish('Seen 2');
				expect(await waits.ended(id)).toMatchObject({ status: 'success' });
			} finally {
				await editor.close();
			}
		},
	);

	testWhereStored('in the editor, shows in its sub-execution what each look found', async () => {
		const workflow = await store('Watched', { items: 2 });
		const id = await startWaiting(workflow, ['Watched 1', 'Watched 2']);
		await waits.nextCheck(workflow);
		await control.finish('Watched 1');
		await waits.nextCheck(workflow);
		const [stored] = await executions.storedWaits(workflow.id);
		const editor = await openEditor(session);
		try {
			await editor.showExecution(workflow, stored.id);
			await editor.picture('waiting-sub-execution-canvas');
			expect(await editor.nodeNames()).toEqual(['Cases', WAIT, 'Until Next Check', 'Done']);
			await editor.openPanel(WAIT);
			await eventually(editor.outputText, (said) => {
				for (const column of ['waitingFor', 'since', 'checks', 'lastStatus', 'nextCheck']) {
					expect(said).toContain(column);
				}
				expect(said).toMatch(/the training of model 'Watched 2'\t\S+Z\t3\t(NotStarted|Running)\t/);
			});
			await editor.picture('waiting-sub-execution');
		} finally {
			await editor.close();
		}
		await control.finish('Watched 2');
		expect(await waits.ended(id)).toMatchObject({ status: 'success' });
	});

	testWhereStored('keeps its state once in what n8n stores', async () => {
		const workflow = await store('Kept once', { items: 3 });
		const id = await startWaiting(workflow, namesOf('Kept once'));
		await waits.nextCheck(workflow);
		const [stored] = await executions.storedWaits(workflow.id);
		const execution = await session.get(`/rest/executions/${stored.id}`);
		const { data, workflowData } = storedExecution(execution);
		expect(data.split('"itemCount"')).toHaveLength(2);
		expect(data.split('"lastSeen"')).toHaveLength(4);
		expect(JSON.stringify(workflowData)).not.toContain('lastSeen');
		for (const name of namesOf('Kept once')) await control.finish(name);
		expect(await waits.ended(id)).toMatchObject({ status: 'success' });
	});

	describe("when n8n's recovery writes a stored wait as crashed while n8n looks for such", () => {
		async function recovered(name: string, more: Partial<WaitingOptions> = {}) {
			const workflow = await store(name, more);
			const id = await startWaiting(workflow);
			const [stored] = await executions.storedWaits(workflow.id);
			return { workflow, id, stored };
		}

		testWhereStored('ends as interrupted, and its sub-execution quietly', async () => {
			const { workflow, id, stored } = await recovered('Taken for crashed');
			const over = async () =>
				await waitUntil(async () => await executions.endedBy(id), {
					every: 100,
					patience: 30_000,
					otherwise: () => 'The sub-execution was not found',
				});
			await recovery.meetsSweep(stored.id, over);
			const execution = await executions.read(id);
			expect(itemsAt(execution, RED)[0].json).toMatchObject({
				message: expect.stringContaining('n8n stopped') as string,
				details: { wait: { outcome: 'interrupted' } },
			});
			await control.clearRequests();
			await waits.nextCheck(workflow);
			expect(await executions.statusOf(stored.id)).toBe('success');
			expect(await control.requests()).toEqual([]);
			await control.finish('Taken for crashed');
		});

		testWhereStored('goes on by itself where interrupted items are led back', async () => {
			const { workflow, id, stored } = await recovered('Led back', { waitsAgain: true });
			const waitsAgain = async () =>
				await waitUntil(
					async () => {
						const found = await executions.storedWaits(workflow.id);
						return found.some((one) => one.id !== stored.id);
					},
					{ every: 100, patience: 30_000, otherwise: () => 'It does not wait again' },
				);
			await recovery.meetsSweep(stored.id, waitsAgain);
			await control.finish('Led back');
			const execution = await waits.ended(id);
			const after = itemsAt(execution, AFTER);
			expect([execution.status, originsOf(after)]).toEqual(['success', [[1, 1]]]);
			expect(after[0].json).toMatchObject({ wait: { outcome: 'succeeded' } });
			expect(await playground.countModels('Led back')).toBe(1);
		});
	});

	describe('when n8n is killed', () => {
		let killed: KilledWaits;

		beforeAll(() => {
			killed = killedWaitsOf(playground);
		});

		const trained = (name: string, end: string): WaitEnding => ({ name, end, models: 1 });

		testWhereStored(
			`at any moment of a wait, ends 20 of 20 with one model each (WAITING_SEED=${seed})`,
			async () => {
				const random = randomFrom(seed);
				const workflow = await store('Killed');
				const told: WaitEnding[] = [];
				for (let kill = 1; kill <= 5; kill++) {
					const names = [1, 2, 3, 4].map((number) => `Killed ${kill}-${number}`);
					const started = await killed.startAll(workflow, names);
					await killed.lookFor(random() * 2_500);
					await n8n.kill();
					await n8n.restart();
					told.push(...(await killed.endings(workflow, started)));
				}
				expect(told).toHaveLength(20);
				const possible = /^(went on|interrupted, then run again)$/;
				for (const { name, end, models } of told) {
					expect([name, end, models]).toEqual([name, expect.stringMatching(possible), 1]);
				}
			},
			400_000,
		);

		testWhereStored(
			'in the middle of a look, tells so, and finds the training when run again',
			async () => {
				const workflow = await store('Killed looking');
				const started = await killed.startAll(workflow, ['Killed looking']);
				await killed.longLook();
				await n8n.kill();
				await n8n.restart();
				expect(await killed.endings(workflow, started)).toEqual([
					trained('Killed looking', 'interrupted, then run again'),
				]);
			},
		);

		testWhereStored('between two looks for days, goes on as if nothing had been', async () => {
			const workflow = await store('Killed for days');
			const started = await killed.startAll(workflow, ['Killed for days']);
			await n8n.kill();
			await n8n.moveClock(3 * DAY);
			await n8n.restart();
			expect(await killed.endings(workflow, started)).toEqual([
				trained('Killed for days', 'went on'),
			]);
		});

		test('in the first minute, has crashed, and finds the training when run again', async () => {
			const workflow = await store('Killed early', { waitOptions: {} });
			const id = await waits.startByHook(workflow);
			await expect(playground.staysFor(2_000, () => executions.statusOf(id))).resolves.toBe(
				'running',
			);
			await n8n.kill();
			await n8n.restart();
			expect(await executions.statusOf(id)).toBe('crashed');

			const again = await startWaiting(workflow);
			await control.finish('Killed early');
			const ended = await waits.ended(again);
			expect(resultAt(ended, AFTER).wait?.outcome).toBe('succeeded');
			expect(await playground.countModels('Killed early')).toBe(1);
		});
	});
});
