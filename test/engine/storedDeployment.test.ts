import type { INodeExecutionData } from 'n8n-workflow';

import { DeployModel } from '../../nodes/DeployModel/DeployModel.node';
import { TestModel } from '../../nodes/TestModel/TestModel.node';
import { credentialsFor, freshEmulator, type Emulator } from '../support/emulator';
import { runNode, type NodeTest } from '../support/engine';
import { putModel, stockUp, type Resource } from '../support/resource';
import { defined } from '../support/defined';
import { heldEntity } from '../support/heldEntity';
import { sentWith } from '../support/sentRequests';

type Json = INodeExecutionData['json'];

/** Two minutes to the next look: more than the first minute, so the wait is stored after the first one. */
const stored = { checkEverySeconds: 120 };

describe('In a stored wait', () => {
	let emulator: Emulator;
	let resource: Resource;
	let old: { id: string };
	let fresh: { id: string };
	let endpoint: { id: string };

	beforeEach(async () => {
		emulator = await freshEmulator({ seed: 'bare' });
		resource = stockUp(emulator);
		old = putModel(emulator, resource, 20, { displayName: 'Retail old' });
		fresh = putModel(emulator, resource, 700, { displayName: 'Retail new' });
		endpoint = emulator.put('endpoints', {
			displayName: 'Retail live',
			locale: 'en-US',
			model: old.id,
		});
	});
	afterEach(async () => {
		await emulator.close();
	});

	const newCase = (): Json => ({
		model: { id: fresh.id },
		endpoint: { id: endpoint.id },
		note: 'kept',
	});
	const start = async (node: NodeTest['node'], json: Json, options: Json = {}) => {
		const { workflow } = await runNode({
			node,
			items: [{ json }],
			parameters: { options: { ...stored, ...options } },
			credentials: credentialsFor(emulator),
			onError: 'continueErrorOutput',
		});
		expect(workflow.status).toBe('waiting');
		return workflow;
	};
	const patches = () => sentWith(emulator, 'PATCH');

	it('a test ends with verdict, summary and report as one in process would', async () => {
		const { id } = emulator.put('datasets', {
			displayName: 'Calls of October',
			locale: 'en-US',
			kind: 'Acoustic',
		});
		const figures = { wordErrorRate1: 0.1, wordErrorRate2: 0.06 };
		emulator.setOutcome({
			collection: 'evaluations',
			properties: { ...figures, wordCount1: 5_000, wordCount2: 5_000 },
		});
		const run = await start(new TestModel(), { ...newCase(), testDataset: { id } });
		const [evaluation] = emulator.list('evaluations');
		emulator.finish('evaluations', evaluation.id);
		const ended = await run.resume();
		expect(ended.status).toBe('success');
		const [{ json, binary }] = ended.of('Test Model').outputs[0];
		expect(json).toMatchObject({
			note: 'kept',
			test: { verdict: 'better', better: true, reference: { id: old.id } },
			summary: expect.stringMatching(/^Model 'Retail new' is better than 'Retail old'/),
			wait: { outcome: 'succeeded' },
		});
		expect(defined(binary).report).toMatchObject({
			mimeType: 'text/html',
			data: expect.any(String),
		});
	});

	it('a deployment is verified at its end', async () => {
		const run = await start(new DeployModel(), newCase());
		emulator.finish('endpoints', endpoint.id);
		const ended = await run.resume();
		expect(ended.of('Deploy Model').outputs[0][0].json).toMatchObject({
			note: 'kept',
			endpoint: { model: { id: fresh.id }, previousModel: { id: old.id }, verified: true },
		});
		expect(patches()).toHaveLength(1);
	});

	it('a deployment that is late in showing is waited for and verified', async () => {
		emulator.setQuirks({ endpointChangeShown: 'late' });
		const run = await start(new DeployModel(), newCase());
		const stillHidden = await run.resume();
		expect(stillHidden.status).toBe('waiting');
		emulator.advance(2_000);
		const underWay = await stillHidden.resume();
		expect(underWay.status).toBe('waiting');
		emulator.finish('endpoints', endpoint.id);
		const ended = await underWay.resume();
		expect(ended.of('Deploy Model').outputs[0][0].json).toMatchObject({
			endpoint: { model: { id: fresh.id }, verified: true },
		});
		expect(patches()).toHaveLength(1);
	});

	it('a deployment that is late in showing and then fails is taken back', async () => {
		emulator.setQuirks({ endpointChangeShown: 'late' });
		const run = await start(new DeployModel(), newCase());
		emulator.advance(2_000);
		const failure = { code: 'DeploymentFailed', message: 'No capacity' };
		emulator.finish('endpoints', endpoint.id, 'Failed', failure);
		const takenBack = await run.resume();
		const stillHidden = await takenBack.resume();
		expect(stillHidden.status).toBe('waiting');
		emulator.advance(2_000);
		emulator.finish('endpoints', endpoint.id);
		const ended = await stillHidden.resume();
		expect(ended.of('Deploy Model').outputs[1][0].json).toMatchObject({
			error: expect.stringContaining("is set to model 'Retail old' again (verified)."),
		});
		expect(patches()).toHaveLength(2);
	});

	it('a deployment is seen through when the next item fails under Stop Workflow', async () => {
		const { id } = emulator.put('endpoints', { displayName: 'Second', model: old.id });
		const refusal = { kind: 'status', status: 403, skip: 1 } as const;
		emulator.addFault({ method: 'PATCH', path: '/endpoints', ...refusal });
		const { workflow } = await runNode({
			node: new DeployModel(),
			items: [{ json: newCase() }, { json: { ...newCase(), endpoint: { id } } }],
			parameters: { options: stored },
			credentials: credentialsFor(emulator),
		});
		expect(workflow.status).toBe('waiting');
		emulator.finish('endpoints', endpoint.id);
		const ended = await workflow.resume();
		expect(ended.status).toBe('error');
		expect(ended.of('Deploy Model').error).toMatchObject({
			message: 'The key or identity is valid but not allowed to do this.',
			description: expect.stringContaining(
				"Endpoint 'Retail live' was changed to model 'Retail new'",
			),
		});
	});

	it('a deployment that fails is taken back, looked at again, and told of', async () => {
		const run = await start(new DeployModel(), newCase());
		const failure = { code: 'DeploymentFailed', message: 'No capacity' };
		emulator.finish('endpoints', endpoint.id, 'Failed', failure);
		const takenBack = await run.resume();
		expect(takenBack.status).toBe('waiting');
		expect(patches()).toHaveLength(2);
		emulator.finish('endpoints', endpoint.id);
		const ended = await takenBack.resume();
		expect(ended.of('Deploy Model').outputs[1][0].json).toMatchObject({
			note: 'kept',
			error: expect.stringContaining(
				"It was rolled back: endpoint 'Retail live' is set to model 'Retail old' again (verified).",
			),
			details: { wait: { outcome: 'failed' } },
		});
		expect(heldEntity(emulator, 'endpoints', endpoint.id).model?.self).toContain(old.id);
	});
});
