import fs from 'node:fs';
import path from 'node:path';
import { followExecution } from '../../playground/lib/followExecution.mts';
import { importWorkflow } from '../../playground/lib/importWorkflow.mts';
import { workflows } from '../../playground/lib/paths.mts';
import { waitUntil } from '../../playground/lib/waitUntil.mts';
import { emulatorControl } from './support/emulatorControl.mts';
import { openForms } from './support/formPage.mts';
import { ownerSession, sharedPlayground } from './support/sharedPlayground.mts';

const sample = (name) => path.join(workflows, 'sample-data', name);
const AUDIO = sample('training-audio.zip');
const SENTENCES = sample('plain-text.txt');
const TEST_AUDIO = sample('testing-audio.zip');

describe('The workflow template Train From New Data', () => {
	let session;
	let control;
	let forms;
	let workflow;
	let formUrl;
	let endpoint;
	const seen = new Set();

	beforeAll(async () => {
		const { url, credential } = sharedPlayground();
		session = await ownerSession();
		control = emulatorControl();
		forms = await openForms();
		for (const collection of ['datasets', 'models', 'endpoints']) {
			await control.post('/outcomes', { collection, durationMs: 1_000 });
		}
		await control.post('/outcomes', {
			collection: 'evaluations',
			displayNamePattern: '^Form ',
			durationMs: 1_000,
			// The recordings of the sample are too few for a verdict.
			properties: ['1', '2'].reduce(
				(all, which) => ({
					...all,
					[`wordErrorRate${which}`]: which === '1' ? 0.118 : 0.064,
					[`wordCount${which}`]: 2_000,
				}),
				{},
			),
		});
		const models = await control.get('/entities/models');
		endpoint = await control.post('/entities/endpoints', {
			displayName: 'Form live',
			locale: 'en-US',
			model: models.find(({ displayName }) => displayName === 'Returns en-US').id,
		});
		const file = path.join(workflows, 'train-from-new-data.json');
		workflow = await importWorkflow(session, file, credential);
		const { versionId, nodes } = await session.get(`/rest/workflows/${workflow.id}`);
		await session.post(`/rest/workflows/${workflow.id}/activate`, { versionId });
		formUrl = `${url}/form/${nodes.find(({ webhookId }) => webhookId).webhookId}`;
		// n8n answers a publication before the address is there.
		await waitUntil(async () => (await fetch(formUrl)).ok, {
			every: 250,
			patience: 30_000,
			otherwise: () => `There is no form at ${formUrl}`,
		});
	});

	afterAll(async () => await forms?.close());

	/** The execution that the form has started, once it has ended. */
	const newRun = async () => {
		const filter = encodeURIComponent(JSON.stringify({ workflowId: workflow.id }));
		const id = await waitUntil(
			async () => {
				const { results } = await session.get(`/rest/executions?filter=${filter}`);
				return results.map((execution) => execution.id).find((one) => !seen.has(one));
			},
			{ every: 250, patience: 30_000, otherwise: () => 'The form has started nothing' },
		);
		seen.add(id);
		return await followExecution(session, id);
	};
	const only = (run, node, output = 0) => {
		expect(run.outputs[node]?.[output]).toHaveLength(1);
		return run.outputs[node][output][0];
	};

	test('takes files from a form, trains, tests, and lets the endpoint serve the better model', async () => {
		const entries = ['en-US', 'Form en-US', [AUDIO, SENTENCES], [TEST_AUDIO], endpoint.id, null];
		await expect(forms.send(formUrl, entries, 'new-data-form')).resolves.toMatch(/Thank you/);
		const run = await newRun();
		expect([run.status, run.error]).toEqual(['success', undefined]);
		expect(run.outputs['Report Problem']).toBeUndefined();

		const { datasets } = only(run, 'Upload Training Data');
		// n8n numbers the files of a field as they arrive.
		expect([...datasets].sort((one, other) => one.kind.localeCompare(other.kind))).toMatchObject([
			{ displayName: 'training-audio', kind: 'Acoustic', status: 'Succeeded' },
			{ displayName: 'plain-text', kind: 'Language', status: 'Succeeded' },
		]);
		expect(only(run, 'Upload Test Data')).toMatchObject({
			testDataset: { displayName: 'testing-audio', kind: 'Acoustic', status: 'Succeeded' },
		});
		const { baseModel } = only(run, 'Select Baseline');
		expect(baseModel.supportsAdaptationsWith).toEqual(
			expect.arrayContaining(['Acoustic', 'Language']),
		);
		const trained = only(run, 'Wait For Training');
		expect(trained.model).toMatchObject({
			displayName: 'Form en-US',
			status: 'Succeeded',
			baseModelId: baseModel.id,
			datasetIds: trained.datasets.map(({ id }) => id),
		});
		expect(only(run, 'Test Model').test).toMatchObject({
			verdict: 'better',
			reference: { role: "served by endpoint 'Form live'" },
		});
		const deployed = only(run, 'Deploy Model');
		expect(deployed.endpoint).toMatchObject({ id: endpoint.id, verified: true });
		for (const node of ['Report', 'Slack: Done', 'Mail: Done']) {
			expect(only(run, node)).toEqual({ summary: deployed.summary });
		}
		const now = await control.get(`/entities/endpoints/${endpoint.id}`);
		expect(now.model.self).toContain(trained.model.id);
	});

	test('sent again with a base model and without an endpoint, uploads nothing twice and deploys nothing', async () => {
		const bases = await control.get('/entities/baseModels');
		const usable = bases.filter(
			({ locale, properties }) =>
				locale === 'en-US' &&
				Date.parse(properties.deprecationDates.adaptationDateTime) > Date.now() &&
				properties.features.supportsAdaptationsWith.includes('Acoustic'),
		);
		const baseId = usable.at(0).self.split('/').at(-1).split('?')[0];
		await control.remove('/requests');
		const entries = ['en-US', 'Form again', [AUDIO], [TEST_AUDIO], null, baseId];
		await forms.send(formUrl, entries);
		const run = await newRun();
		expect([run.status, run.error]).toEqual(['success', undefined]);
		expect(Object.keys(run.outputs)).not.toContain('Select Baseline');
		expect(only(run, 'Upload Training Data').dataset.reused).toBe(true);
		expect(only(run, 'Test Model')).toMatchObject({
			model: { displayName: 'Form again', baseModelId: baseId },
			test: { better: true, reference: { role: 'the base it was trained from' } },
		});
		expect(Object.keys(run.outputs)).not.toContain('Deploy Model');
		expect(only(run, 'Slack: Done').summary).toMatch(/Form again/);
		const writes = (await control.get('/requests')).filter(({ method }) => method !== 'GET');
		expect(writes.map(({ method, path: to }) => [method, to.split('/').at(-1)])).toEqual([
			['POST', 'models'],
			['POST', 'evaluations'],
		]);
	});

	test('tells what is wrong with a file, and asks nothing of the service', async () => {
		const bad = path.join(sharedPlayground().userFolder, 'bad.txt');
		fs.writeFileSync(bad, 'The first sentence\nA bell \u0007 in the second\n');
		await control.remove('/requests');
		await forms.send(formUrl, ['en-US', 'Form bad', [bad], [TEST_AUDIO], null, null]);
		const run = await newRun();
		expect([run.status, run.error]).toEqual(['success', undefined]);
		for (const node of ['Report Problem', 'Slack: Problem', 'Mail: Problem']) {
			expect(only(run, node)).toEqual({
				summary: expect.stringMatching(/^'bad.txt' was not uploaded. Line 2: .* U\+0007/),
			});
		}
		expect(run.outputs['Report']).toBeUndefined();
		expect(await control.get('/requests?area=all')).toEqual([]);
	});
});
