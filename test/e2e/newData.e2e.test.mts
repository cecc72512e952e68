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
import {
	nodeNamed,
	storedWorkflow,
	type StoredWorkflow,
} from '../../playground/workflows/workflow.mts';
import { defined } from '../support/defined';
import { closedAfterAll } from './support/closedAfterAll.mts';
import { emulatorControl } from './support/emulatorControl.mts';
import { openForms, type Forms } from './support/formPage.mts';
import { nodeResult, type EntityResult, type NodeResult } from './support/nodeResult.mts';
import { ownerSession, sharedPlayground } from './support/sharedPlayground.mts';
import { byId } from '../support/locator.ts';

const sample = (name: string) => path.join(workflows, 'sample-data', name);
const AUDIO = sample('training-audio.zip');
const SENTENCES = sample('plain-text.txt');
const TEST_AUDIO = sample('testing-audio.zip');
const ENGLISH = 'English (United States): en-US';
const OTHER = 'Other language: enter its code below';
const CHANNELS = ['Slack: Outcome', 'Teams: Outcome', 'Email: Outcome'];

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
		session = ownerSession();
		control = emulatorControl();
		forms = opened(await openForms());
		for (const collection of ['datasets', 'models', 'endpoints'] as const) {
			await control.outcome({ collection, durationMs: 1_000 });
		}
		await control.outcome({
			collection: 'evaluations',
			durationMs: 1_000,
		});
		const models = await control.list('models');
		endpoint = await control.put('endpoints', {
			displayName: 'Form live',
			locale: 'en-US',
			model: models.find(({ displayName }) => displayName === 'Retail en-US')?.id,
		});
		const file = path.join(workflows, 'train-from-new-data.json');
		workflow = await importWorkflow(session, file, credential);
		const stored = await publishFor(endpoint.id);
		const { webhookId } = nodeNamed(stored, 'New Data Form');
		formUrl = `${url}/form/${webhookId}`;
		// n8n answers a publication before the address is there.
		await waitUntil(async () => (await fetch(formUrl)).ok, {
			every: 250,
			patience: 30_000,
			otherwise: () => `There is no form at ${formUrl}`,
		});
	});

	/** Publishes the workflow with this endpoint picked in Test Model, or as it was imported. */
	const publishFor = async (endpointId: string | null) => {
		const stored = await readWorkflow(session, workflow.id);
		const picked = { endpointId: byId(endpointId) };
		const parameters = endpointId === null ? {} : picked;
		const nodes = stored.nodes.map((node) =>
			node.name === 'Test Model' ? { ...node, parameters } : node,
		);
		const saved = await session.patch(`/rest/workflows/${workflow.id}`, { ...stored, nodes });
		await publishWorkflow(session, storedWorkflow(saved));
		return stored;
	};

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
		const entries = [ENGLISH, null, 'Form en-US', [AUDIO, SENTENCES], [TEST_AUDIO]];
		await expect(forms.send(formUrl, entries, 'new-data-form')).resolves.toMatch(
			/Files accepted\s+Thank you\. Training of model 'Form en-US' \(en-US\) started/,
		);
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
		const message = { subject: 'New speech model deployed', summary: deployed.summary };
		for (const node of CHANNELS) expect(itemsOf(run, node)).toEqual([message]);
		const now = await control.entity('endpoints', endpoint.id);
		expect(now.model?.self).toContain(defined(trained.model).id);
	});

	test('sent again without an endpoint, for a language by its code, uploads nothing twice and deploys nothing', async () => {
		await publishFor(null);
		await control.forgetRequests();
		await forms.send(formUrl, [OTHER, 'en-us', 'Form again', [AUDIO], [TEST_AUDIO]], 'form-again');
		const run = await newRun();
		expect([run.status, run.error]).toEqual(['success', undefined]);
		expect(only(run, 'Upload Training Data').dataset?.reused).toBe(true);
		expect(only(run, 'Test Model')).toMatchObject({
			model: { displayName: 'Form again' },
			test: { better: true, reference: { role: 'the base it was trained from' } },
		});
		expect(Object.keys(run.outputs)).not.toContain('Deploy Model');
		expect(itemsOf(run, 'Slack: Outcome')).toEqual([
			{
				subject: 'New speech model tested, not deployed',
				summary: expect.stringMatching(
					/'Form again' is better than .* not deployed, because no endpoint is picked in Test Model\.$/,
				),
			},
		]);
		const writes = (await control.requests()).filter(({ method }) => method !== 'GET');
		expect(writes.map(({ method, path: to }) => [method, to.split('/').at(-1)])).toEqual([
			['POST', 'models'],
			['POST', 'evaluations'],
		]);
	});

	test('shows the sender what is wrong with a file, tells the team, and asks nothing of the service', async () => {
		const bad = path.join(sharedPlayground().userFolder, 'bad.txt');
		fs.writeFileSync(bad, 'The first sentence\nA bell \u0007 in the second\n');
		await control.forgetRequests();
		const shown = await forms.send(
			formUrl,
			[ENGLISH, null, 'Form bad', [bad], [TEST_AUDIO]],
			'form-refused',
		);
		expect(shown).toMatch(/^Not accepted\s+'bad\.txt' was not uploaded\. Line 2: .* U\+0007/);
		expect(shown).toContain('Correct this and send the form again.');
		const run = await newRun();
		expect([run.status, run.error]).toEqual(['success', undefined]);
		const message = {
			subject: 'No new speech model',
			summary: expect.stringMatching(/^'bad.txt' was not uploaded. Line 2: .* U\+0007/),
		};
		for (const node of CHANNELS) expect(itemsOf(run, node)).toEqual([message]);
		expect(run.outputs['Prepare Message']).toBeUndefined();
		expect(await control.requests('all')).toEqual([]);
	});
});
