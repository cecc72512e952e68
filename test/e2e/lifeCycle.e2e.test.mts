/**
 * @jest-environment <rootDir>/test/e2e/support/playgroundEnvironment.mts
 */
import {
	emulatorControl,
	type EmulatorControl,
	type Held,
} from '../../playground/emulator/emulatorControl.mts';
import { listOf, text } from '../../playground/json.mts';
import type { N8nSession } from '../../playground/n8n/n8nSession.mts';
import type { Playground } from '../../playground/openPlayground.mts';
import {
	followExecution,
	itemsOf as itemsIn,
	type FinishedExecution,
} from '../../playground/workflows/followExecution.mts';
import { runOnSchedule } from '../../playground/workflows/runOnSchedule.mts';
import { readWorkflow, storeWorkflow } from '../../playground/workflows/storeWorkflow.mts';
import { workflowReference, type StoredWorkflow } from '../../playground/workflows/workflow.mts';
import { defined } from '../support/defined';
import { closedAfterAll } from './support/closedAfterAll.mts';
import { deployWorkflow } from './support/deployWorkflow.mts';
import { lifeCycleWorkflow, READER } from './support/lifeCycleWorkflow.mts';
import { nodeResult } from './support/nodeResult.mts';
import { openReports, type Reports } from './support/reports.mts';
import { startedExecution } from './support/waiting/waits.mts';

const HOSTILE = '<img src=x onerror="document.title=\'broken in\'">';

describe('The whole life cycle as one workflow in n8n', () => {
	let playground: Playground;
	let session: N8nSession;
	let control: EmulatorControl;
	let reports: Reports;
	let stored: StoredWorkflow;
	let run: FinishedExecution;
	let before: Held<'endpoints'>[];
	const opened = closedAfterAll();

	beforeAll(async () => {
		playground = opened(await openPlayground('lifeCycle'));
		({ session } = playground);
		control = emulatorControl(playground.emulator);
		reports = opened(await openReports());
		for (const collection of ['models', 'evaluations', 'endpoints'] as const) {
			await control.outcome({ collection, durationMs: 2_000 });
		}
		await control.outcome({
			collection: 'evaluations',
			durationMs: 2_000,
			properties: { wordErrorRate1: 0.118, wordErrorRate2: 0.064 },
		});
		const testData = await control.put('datasets', {
			displayName: `Calls of October ${HOSTILE}`,
			locale: 'en-US',
			kind: 'Acoustic',
		});
		before = await control.list('endpoints');
		const workflow = lifeCycleWorkflow(playground.credential, testData.id);
		stored = await storeWorkflow(session, workflow);
		run = await followExecution(session, await runOnSchedule(session, stored));
	}, 300_000);

	const itemsOf = (node: string, output = 0) => itemsIn(run, node, output);
	const resultsOf = (node: string, output = 0) => itemsOf(node, output).map(nodeResult);
	const requests = async (method: string, path: string) =>
		(await control.requests()).filter(
			(request) => request.method === method && request.path.startsWith(path),
		);
	const endpointNamed = (endpoints: Held<'endpoints'>[], name: string) =>
		defined(endpoints.find(({ displayName }) => displayName === name));

	test('runs to its end by itself, started by its schedule', () => {
		expect([run.status, run.error]).toEqual(['success', undefined]);
	});

	test('finds the one endpoint whose model expires, and trains, tests and deploys for it', () => {
		const [found] = resultsOf('Check Expiration');
		expect(found.endpoint?.displayName).toBe('Retail live');
		const [tested] = resultsOf('Test Model');
		expect(tested.test).toMatchObject({
			verdict: 'better',
			better: true,
			reference: { displayName: 'Retail en-US', role: "used by endpoint 'Retail live'" },
		});
		const [deployed] = resultsOf('Deploy Model');
		expect(deployed.endpoint).toMatchObject({
			displayName: 'Retail live',
			model: { id: tested.model?.id },
			previousModel: { displayName: 'Retail en-US' },
			verified: true,
		});
		expect(itemsOf('Prepare Message')).toEqual([
			{ subject: 'Speech model deployed', summary: deployed.summary },
		]);
		expect(deployed.summary).toMatch(
			/^Endpoint 'Retail live' was changed to model 'Retail en-US \(base \d+\)' instead of .*; it can take minutes/,
		);
	});

	test('has nothing more to do afterwards', () => {
		expect(itemsOf('Check Again')).toEqual([]);
		const fine = resultsOf('Check Again', 1).map(({ endpoint }) => endpoint?.displayName);
		expect(fine).toEqual(expect.arrayContaining(['Retail live', 'Returns live']));
	});

	test('has asked for one model, one evaluation and one change, and neither made nor removed an endpoint', async () => {
		const counts = {
			models: (await requests('POST', '/models')).length,
			evaluations: (await requests('POST', '/evaluations')).length,
			changes: (await requests('PATCH', '/')).length,
			endpointsMade: (await requests('POST', '/endpoints')).length,
			removed: (await requests('DELETE', '/')).length,
		};
		expect(counts).toEqual({
			models: 1,
			evaluations: 1,
			changes: 1,
			endpointsMade: 0,
			removed: 0,
		});
		const now = await control.list('endpoints');
		const [was, is] = [before, now].map((endpoints) => endpointNamed(endpoints, 'Retail live'));
		expect([is.self, is.links, is.properties]).toEqual([was.self, was.links, was.properties]);
	});

	test('is green at every node when it runs again on the same item, and makes nothing twice', async () => {
		const sent = async () => [
			(await requests('POST', '/')).length,
			(await requests('PATCH', '/')).length,
		];
		const sentBefore = await sent();
		const pinData = { 'Check Expiration': itemsOf('Check Expiration').map((json) => ({ json })) };
		const workflow = await readWorkflow(session, stored.id);
		const url = `/rest/workflows/${stored.id}`;
		const workflowData = await session.patch(url, { ...workflow, pinData });
		const started = await session.post(`${url}/run`, {
			workflowData,
			triggerToStartFrom: { name: 'Every Monday' },
		});
		const again = await followExecution(session, startedExecution(started).executionId);
		expect([again.status, again.error]).toEqual(['success', undefined]);
		expect(again.items['Prepare Error Message']).toBeUndefined();
		expect(itemsIn(again, 'Train Model')[0]).toMatchObject({ model: { reused: true } });
		expect(itemsIn(again, 'Deploy Model')[0]).toMatchObject({
			test: {
				reused: true,
				verdict: 'better',
				reference: { displayName: 'Retail en-US', role: "used by endpoint 'Retail live' before" },
			},
			endpoint: { displayName: 'Retail live', changed: false, verified: true },
		});
		expect(await sent()).toEqual(sentBefore);
		await session.patch(url, { ...(await readWorkflow(session, stored.id)), pinData: {} });
	});

	test('does nothing at all when it runs again', async () => {
		const workflows = listOf(workflowReference)(await session.get('/rest/workflows'));
		const { id } = defined(workflows.find(({ name }) => name.startsWith('Retrain, Test')));
		const posts = (await requests('POST', '/')).length;
		const again = await readWorkflow(session, id);
		const copy = { ...again, id: undefined, name: 'Once more' };
		const stored = await storeWorkflow(session, copy);
		const second = await followExecution(session, await runOnSchedule(session, stored));
		expect(second.status).toBe('success');
		expect(second.outputs['Check Expiration']?.[0]).toEqual([]);
		expect((await requests('POST', '/')).length).toBe(posts);
	});

	test('takes a change that fails at Azure back, verifies that, and says so', async () => {
		const find = async () => endpointNamed(await control.list('endpoints'), 'Retail live');
		const served = (await find()).model?.self;
		const models = await control.list('models');
		const other = defined(models.find(({ displayName }) => displayName === 'Returns en-US'));
		await control.outcome({
			collection: 'endpoints',
			durationMs: 2_000,
			error: { code: 'DeploymentFailed', message: 'No capacity' },
			times: 1,
		});
		const changes = (await requests('PATCH', '/')).length;
		const workflow = deployWorkflow(playground.credential, other.id, (await find()).id);
		const stored = await storeWorkflow(session, workflow);
		const failed = await followExecution(session, await runOnSchedule(session, stored));
		expect(failed.status).toBe('success');
		const [item] = itemsIn(failed, 'Deploy Model', 1);
		expect(item.error).toMatch(
			/No capacity\. It was rolled back: endpoint 'Retail live' is set to model 'Retail en-US \(base \d+\)' again \(verified\)\./,
		);
		expect(await find()).toMatchObject({ status: 'Succeeded', model: { self: served } });
		expect((await requests('PATCH', '/')).length).toBe(changes + 2);
	});

	describe('gives a page of the test that', () => {
		let page: string;
		beforeAll(() => {
			const [{ data }] = itemsOf(READER);
			page = text(data);
		});

		test('any node of n8n can read as a file, and is the text in the item', () => {
			expect(page).toMatch(/^<!doctype html>/);
			expect(resultsOf('Test Model')[0].report?.html).toBe(page);
		});

		test.each([
			['phone', 390],
			['desktop', 1280],
		])('fits a %s, fetches nothing and lets nothing in', async (device, width) => {
			const seen = await reports.show(page, { width, picture: `test-report-${device}` });
			expect(seen).toMatchObject({
				overflow: [],
				requests: [],
				complaints: [],
				images: 0,
				scripts: 0,
			});
			expect(seen.title).toMatch(/^Test report: Retail en-US/);
			expect(seen.text).toContain('Better');
			expect(seen.text).toContain(HOSTILE);
		});
	});
});
