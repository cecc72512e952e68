const path = require('node:path');
const { followExecution } = require('../../playground/lib/followExecution');
const { importWorkflow } = require('../../playground/lib/importWorkflow');
const { publishesCalled } = require('../../playground/lib/installedN8n');
const { workflows } = require('../../playground/lib/paths');
const { runOnSchedule } = require('../../playground/lib/runOnSchedule');
const { storeWorkflow } = require('../../playground/lib/storeWorkflow');
const { callingWorkflow } = require('./support/callingWorkflow');
const { emulatorControl } = require('./support/emulatorControl');
const { ownerSession, sharedPlayground } = require('./support/sharedPlayground');

describe('The workflow template', () => {
	let session;
	let control;

	beforeAll(async () => {
		session = await ownerSession();
		control = emulatorControl();
		await control.post('/outcomes', { collection: 'models', durationMs: 2_000 });
	});

	const imported = async (file) =>
		await importWorkflow(session, path.join(workflows, file), sharedPlayground().credential);

	test('Expiration Digest makes a page of all models and hands it to the mail', async () => {
		const workflow = await imported('expiration-digest.json');
		const run = await followExecution(session, await runOnSchedule(session, workflow));
		expect([run.status, run.error]).toEqual(['success', undefined]);
		const [item] = run.outputs['Send Digest'].flat();
		expect(item.summary).toMatch(/need(s)? retraining/);
		expect(item.report.html).toMatch(/<!doctype html>[^]*Retail en-US/);
	});

	test('Retrain Now trains the model it is called with, once, and hands the new one back', async () => {
		const workflow = await imported('retrain-now.json');
		if (publishesCalled) {
			const { versionId } = await session.get(`/rest/workflows/${workflow.id}`);
			await session.post(`/rest/workflows/${workflow.id}/activate`, { versionId });
		}
		const models = await control.get('/entities/models');
		const old = models.find(({ displayName }) => displayName === 'Retail en-US');
		const caller = await storeWorkflow(session, callingWorkflow(workflow.id, old.id));
		const calls = [];
		for (let call = 0; call < 2; call++) {
			const run = await followExecution(session, await runOnSchedule(session, caller));
			expect([run.status, run.error]).toEqual(['success', undefined]);
			calls.push(run.outputs['Retrain'].flat()[0]);
		}
		expect(calls[0]).toMatchObject({
			modelId: expect.stringMatching(/^[0-9a-f-]{36}$/),
			summary: expect.stringMatching(/was trained/),
		});
		expect(calls[0].modelId).not.toBe(old.id);
		expect(calls[1].modelId).toBe(calls[0].modelId);
		const now = await control.get('/entities/models');
		expect(now).toHaveLength(models.length + 1);
	});
});
