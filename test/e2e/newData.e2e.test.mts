import fs from 'node:fs';
import path from 'node:path';
import type { EmulatorControl, Held } from '../../playground/emulator/emulatorControl.mts';
import type { N8nSession } from '../../playground/n8n/n8nSession.mts';
import { listExecutions } from '../../playground/workflows/execution.mts';
import {
	followExecution,
	itemsOf,
	type FinishedExecution,
} from '../../playground/workflows/followExecution.mts';
import { importWorkflow } from '../../playground/workflows/importWorkflow.mts';
import { workflows } from '../../playground/paths.mts';
import { waitUntil } from '../../playground/process/waitUntil.mts';
import { publishWorkflow, readWorkflow } from '../../playground/workflows/storeWorkflow.mts';
import type { StoredWorkflow } from '../../playground/workflows/workflow.mts';
import { defined } from '../support/defined';
import { closedAfterAll } from './support/closedAfterAll.mts';
import { emulatorControl } from './support/emulatorControl.mts';
import { openForms, type Forms } from './support/formPage.mts';
import { nodeResult, type EntityResult, type NodeResult } from './support/nodeResult.mts';
import { ownerSession, sharedPlayground } from './support/sharedPlayground.mts';

const sample = (name: string) => path.join(workflows, 'sample-data', name);
const AUDIO = sample('training-audio.zip');
const SENTENCES = sample('plain-text.txt');
const TEST_AUDIO = sample('testing-audio.zip');

describe('The workflow template Train From New Data', () => {
	let session: N8nSession;
	let control: EmulatorControl;
	let forms: Forms;
	let workflow: StoredWorkflow;
	let formUrl: string;
	let endpoint: Held<'endpoints'>;
	const seen = new Set<string>();
	const opened = closedAfterAll();

	beforeAll(async () => {
		const { url, credential } = sharedPlayground();
		session = await ownerSession();
		control = emulatorControl();
		forms = opened(await openForms());
		for (const collection of ['datasets', 'models', 'endpoints'] as const) {
			await control.outcome({ collection, durationMs: 1_000 });
		}
		await control.outcome({
			collection: 'evaluations',
			displayNamePattern: '^Form ',
			durationMs: 1_000,
			// The recordings of the sample are too few for a verdict.
			properties: {
				wordErrorRate1: 0.118,
				wordCount1: 2_000,
				wordErrorRate2: 0.064,
				wordCount2: 2_000,
			},
		});
		const models = await control.list('models');
		endpoint = await control.put('endpoints', {
			displayName: 'Form live',
			locale: 'en-US',
			model: models.find(({ displayName }) => displayName === 'Returns en-US')?.id,
		});
		const file = path.join(workflows, 'train-from-new-data.json');
		workflow = await importWorkflow(session, file, credential);
		const stored = await readWorkflow(session, workflow.id);
		await publishWorkflow(session, stored);
		const [webhookId] = stored.nodes.flatMap((node) => node.webhookId ?? []);
		formUrl = `${url}/form/${webhookId}`;
		// n8n answers a publication before the address is there.
		await waitUntil(async () => (await fetch(formUrl)).ok, {
			every: 250,
			patience: 30_000,
			otherwise: () => `There is no form at ${formUrl}`,
		});
	});

	/** The execution that the form has started, once it has ended. */
	const newRun = async () => {
		const id = await waitUntil(
			async () => {
				const executions = await listExecutions(session, { workflowId: workflow.id });
				return executions.map((execution) => execution.id).find((one) => !seen.has(one));
			},
			{ every: 250, patience: 30_000, otherwise: () => 'The form has started nothing' },
		);
		seen.add(id);
		return await followExecution(session, id);
	};
	const only = (run: FinishedExecution, node: string): NodeResult => {
		const items = itemsOf(run, node);
		expect(items).toHaveLength(1);
		return nodeResult(items[0]);
	};

	test('takes files from a form, trains, tests, and lets the endpoint serve the better model', async () => {
		const entries = ['en-US', 'Form en-US', [AUDIO, SENTENCES], [TEST_AUDIO], endpoint.id, null];
		await expect(forms.send(formUrl, entries, 'new-data-form')).resolves.toMatch(/Thank you/);
		const run = await newRun();
		expect([run.status, run.error]).toEqual(['success', undefined]);
		expect(run.outputs['Prepare Error Message']).toBeUndefined();

		const { datasets = [] } = only(run, 'Upload Training Data');
		// n8n numbers the files of a field as they arrive.
		const kindOf = ({ kind = '' }: EntityResult) => kind;
		const byKind = [...datasets].sort((one, other) => kindOf(one).localeCompare(kindOf(other)));
		expect(byKind).toMatchObject([
			{ displayName: 'training-audio', kind: 'Acoustic', status: 'Succeeded' },
			{ displayName: 'plain-text', kind: 'Language', status: 'Succeeded' },
		]);
		expect(only(run, 'Upload Test Data')).toMatchObject({
			testDataset: { displayName: 'testing-audio', kind: 'Acoustic', status: 'Succeeded' },
		});
		const { baseModel } = only(run, 'Select Baseline');
		expect(baseModel?.supportsAdaptationsWith).toEqual(
			expect.arrayContaining(['Acoustic', 'Language']),
		);
		const trained = only(run, 'Wait For Training');
		expect(trained.model).toMatchObject({
			displayName: 'Form en-US',
			status: 'Succeeded',
			baseModelId: baseModel?.id,
			datasetIds: trained.datasets?.map(({ id }) => id),
		});
		expect(only(run, 'Test Model').test).toMatchObject({
			verdict: 'better',
			reference: { role: "used by endpoint 'Form live'" },
		});
		const deployed = only(run, 'Deploy Model');
		expect(deployed.endpoint).toMatchObject({ id: endpoint.id, verified: true });
		for (const node of ['Prepare Message', 'Slack: Done', 'Email: Done']) {
			expect(only(run, node)).toEqual({ summary: deployed.summary });
		}
		const now = await control.entity('endpoints', endpoint.id);
		expect(now.model?.self).toContain(defined(trained.model).id);
	});

	test('sent again with a base model and without an endpoint, uploads nothing twice and deploys nothing', async () => {
		const bases = await control.list('baseModels');
		const usable = bases.filter(
			({ locale, properties }) =>
				locale === 'en-US' &&
				Date.parse(properties?.deprecationDates?.adaptationDateTime ?? '') > Date.now() &&
				properties?.features?.supportsAdaptationsWith?.includes('Acoustic'),
		);
		const baseId = defined(usable.at(0)).id;
		await control.forgetRequests();
		const entries = ['en-US', 'Form again', [AUDIO], [TEST_AUDIO], null, baseId];
		await forms.send(formUrl, entries);
		const run = await newRun();
		expect([run.status, run.error]).toEqual(['success', undefined]);
		expect(Object.keys(run.outputs)).not.toContain('Select Baseline');
		expect(only(run, 'Upload Training Data').dataset?.reused).toBe(true);
		expect(only(run, 'Test Model')).toMatchObject({
			model: { displayName: 'Form again', baseModelId: baseId },
			test: { better: true, reference: { role: 'the base it was trained from' } },
		});
		expect(Object.keys(run.outputs)).not.toContain('Deploy Model');
		expect(only(run, 'Slack: Done').summary).toMatch(/Form again/);
		const writes = (await control.requests()).filter(({ method }) => method !== 'GET');
		expect(writes.map(({ method, path: to }) => [method, to.split('/').at(-1)])).toEqual([
			['POST', 'models'],
			['POST', 'evaluations'],
		]);
	});

	test('tells what is wrong with a file, and asks nothing of the service', async () => {
		const bad = path.join(sharedPlayground().userFolder, 'bad.txt');
		fs.writeFileSync(bad, 'The first sentence\nA bell \u0007 in the second\n');
		await control.forgetRequests();
		await forms.send(formUrl, ['en-US', 'Form bad', [bad], [TEST_AUDIO], null, null]);
		const run = await newRun();
		expect([run.status, run.error]).toEqual(['success', undefined]);
		for (const node of ['Prepare Error Message', 'Slack: Problem', 'Email: Problem']) {
			expect(only(run, node)).toEqual({
				summary: expect.stringMatching(/^'bad.txt' was not uploaded. Line 2: .* U\+0007/),
			});
		}
		expect(run.outputs['Prepare Message']).toBeUndefined();
		expect(await control.requests('all')).toEqual([]);
	});
});
