/**
 * @jest-environment <rootDir>/test/e2e/support/playgroundEnvironment.mts
 */
import { emulatorControl } from '../../playground/lib/emulatorControl.mts';
import { connectTo } from '../../playground/lib/n8nSession.mts';
import { followExecution } from '../../playground/lib/followExecution.mts';
import { runOnSchedule } from '../../playground/lib/runOnSchedule.mts';
import { storeWorkflow } from '../../playground/lib/storeWorkflow.mts';
import { deployWorkflow } from './support/deployWorkflow.mts';
import { lifeCycleWorkflow, READER } from './support/lifeCycleWorkflow.mts';
import { openReports } from './support/reports.mts';

const HOSTILE = '<img src=x onerror="document.title=\'broken in\'">';

describe('The whole life cycle as one workflow in n8n', () => {
	let playground;
	let session;
	let control;
	let reports;
	let run;
	let before;

	beforeAll(async () => {
		playground = await openPlayground('lifeCycle');
		session = connectTo(playground.n8n.url);
		const { email, password } = playground.owner;
		await session.post('/rest/login', { emailOrLdapLoginId: email, password });
		control = emulatorControl(playground.emulator);
		reports = await openReports();
		for (const collection of ['models', 'evaluations', 'endpoints']) {
			await control.post('/outcomes', { collection, durationMs: 2_000 });
		}
		await control.post('/outcomes', {
			collection: 'evaluations',
			durationMs: 2_000,
			properties: { wordErrorRate1: 0.118, wordErrorRate2: 0.064 },
		});
		const testData = await control.post('/entities/datasets', {
			displayName: `Calls of October ${HOSTILE}`,
			locale: 'en-US',
			kind: 'Acoustic',
		});
		before = await control.get('/entities/endpoints');
		const workflow = lifeCycleWorkflow(playground.credential, testData.id);
		const stored = await storeWorkflow(session, workflow);
		run = await followExecution(session, await runOnSchedule(session, stored));
	}, 300_000);

	afterAll(async () => {
		await reports?.close();
		await playground?.close();
	});

	const itemsOf = (node, output = 0) => run.outputs[node]?.[output] ?? [];
	const requests = async (method, path) =>
		(await control.get('/requests')).filter(
			(request) => request.method === method && request.path.startsWith(path),
		);
	const endpointNamed = (endpoints, name) =>
		endpoints.find(({ displayName }) => displayName === name);

	test('runs to its end by itself, started by its schedule', () => {
		expect([run.status, run.error]).toEqual(['success', undefined]);
	});

	test('finds the one endpoint whose model expires, and trains, tests and deploys for it', () => {
		const [found] = itemsOf('Check Expiration');
		expect(found.endpoint.displayName).toBe('Retail live');
		const [tested] = itemsOf('Test Model');
		expect(tested.test).toMatchObject({
			verdict: 'better',
			better: true,
			reference: { displayName: 'Retail en-US', role: "served by endpoint 'Retail live'" },
		});
		const [deployed] = itemsOf('Deploy Model');
		expect(deployed.endpoint).toMatchObject({
			displayName: 'Retail live',
			model: { id: tested.model.id },
			previousModel: { displayName: 'Retail en-US' },
			verified: true,
		});
		expect(itemsOf('Report')).toEqual([{ summary: deployed.summary }]);
		expect(deployed.summary).toMatch(
			/^Endpoint 'Retail live' was changed to model 'Retail en-US \(base \d+\)' instead of .*; it may take minutes/,
		);
	});

	test('has nothing more to do afterwards', () => {
		expect(itemsOf('Check Again')).toEqual([]);
		const fine = itemsOf('Check Again', 1).map(({ endpoint }) => endpoint.displayName);
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
		const now = await control.get('/entities/endpoints');
		const [was, is] = [before, now].map((endpoints) => endpointNamed(endpoints, 'Retail live'));
		expect([is.self, is.links, is.properties]).toEqual([was.self, was.links, was.properties]);
	});

	test('does nothing at all when it runs again', async () => {
		const workflows = await session.get('/rest/workflows');
		const { id } = workflows.find(({ name }) => name.startsWith('Retrain, Test'));
		const posts = (await requests('POST', '/')).length;
		const again = await session.get(`/rest/workflows/${id}`);
		const copy = { ...again, id: undefined, name: 'Once more' };
		const stored = await storeWorkflow(session, copy);
		const second = await followExecution(session, await runOnSchedule(session, stored));
		expect(second.status).toBe('success');
		expect(second.outputs['Check Expiration'][0]).toEqual([]);
		expect((await requests('POST', '/')).length).toBe(posts);
	});

	test('takes a change that fails at Azure back, verifies that, and says so', async () => {
		const find = async () => endpointNamed(await control.get('/entities/endpoints'), 'Retail live');
		const served = (await find()).model.self;
		const models = await control.get('/entities/models');
		const other = models.find(({ displayName }) => displayName === 'Returns en-US');
		await control.post('/outcomes', {
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
		const [, [item]] = failed.outputs['Deploy Model'];
		expect(item.error).toMatch(
			/No capacity\. It was rolled back: endpoint 'Retail live' is set to model 'Retail en-US \(base \d+\)' again, verified\./,
		);
		expect(await find()).toMatchObject({ status: 'Succeeded', model: { self: served } });
		expect((await requests('PATCH', '/')).length).toBe(changes + 2);
	});

	describe('gives a page of the test that', () => {
		let page;
		beforeAll(() => {
			[{ data: page }] = itemsOf(READER);
		});

		test('any node of n8n can read as a file, and is the text in the item', () => {
			expect(page).toMatch(/^<!doctype html>/);
			expect(itemsOf('Test Model')[0].report.html).toBe(page);
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
			expect(seen.title).toMatch(/^Retail en-US/);
			expect(seen.text).toContain('Better');
			expect(seen.text).toContain(HOSTILE);
		});
	});
});
