import path from 'node:path';
import { followExecution } from '../../playground/lib/followExecution.mts';
import { requireInstalled } from '../../playground/lib/requireInstalled.mts';
import { importWorkflow } from '../../playground/lib/importWorkflow.mts';
import { workflows } from '../../playground/lib/paths.mts';
import { runOnSchedule } from '../../playground/lib/runOnSchedule.mts';
import { storeWorkflow } from '../../playground/lib/storeWorkflow.mts';
import { agentWorkflow } from './support/agentWorkflow.mts';
import { openEditor } from './support/editor.mts';
import { emulatorControl } from './support/emulatorControl.mts';
import { startModelStandIn } from './support/modelStandIn.mts';
import { ownerSession, sharedPlayground } from './support/sharedPlayground.mts';

describe('An AI agent in n8n', () => {
	let session;
	let control;
	let editor;
	const standIns = [];

	beforeAll(async () => {
		session = await ownerSession();
		control = emulatorControl();
	});

	afterAll(async () => {
		await editor?.close();
		await Promise.all(standIns.map((standIn) => standIn.stop()));
	});

	/** A stand-in for the language model, and n8n's credential that leads there. */
	const modelThat = async (...script) => {
		const standIn = await startModelStandIn(script);
		standIns.push(standIn);
		const { id, name } = await session.post('/rest/credentials', {
			name: `Stand-in ${standIns.length}`,
			type: 'openAiApi',
			data: { apiKey: 'test-key', url: standIn.url },
		});
		return { standIn, openAi: { id, name } };
	};
	const toolNamed = ({ tools }, wanted) => tools.find(({ name }) => name === wanted);

	test('answers from what Check Expiration and Select Baseline tell, as the template has it', async () => {
		const sentencesOf = (result) => JSON.parse(result).map(({ summary }) => summary);
		const { standIn, openAi } = await modelThat(
			() => ({ call: 'Check_Expiration', with: { warnWithinDays: 60, locale: '' } }),
			() => ({
				call: 'Select_Baseline',
				with: { locale: 'en-US', datasetKinds: 'Language, Pronunciation' },
			}),
			({ results }) => ({ say: results.flatMap(sentencesOf).join('\n') }),
		);
		const file = path.join(workflows, 'ask-the-assistant.json');
		const workflow = await importWorkflow(session, file, sharedPlayground().credential, {
			'OpenAI Chat Model': { openAiApi: openAi },
		});
		const soonGone = await control.post('/entities/models', {
			displayName: 'Soon gone',
			locale: 'en-US',
			properties: {
				deprecationDates: { transcriptionDateTime: new Date(Date.now() + 3e9).toISOString() },
			},
		});
		await control.remove('/requests');
		editor = await openEditor();
		await editor.show(workflow);
		const answer = await editor.chat('What expires next, and what should I train from?');
		await editor.picture('assistant-chat');
		await control.remove(`/entities/models/${soonGone.id}`);

		expect(answer).toMatch(/need(s)? retraining/);
		expect(answer).toMatch(/Model 'Soon gone' \(en-US\) expires on \d{4}-\d\d-\d\d, in 34 days/);
		expect(answer).toMatch(/Base model '\d+.*' \(en-US\) was picked: trainable until/);

		const [found, picked] = standIn.heard.at(-1).results.map((result) => JSON.parse(result));
		expect(found).toContainEqual(
			expect.objectContaining({ state: 'expiring', daysLeft: 34, needsRetraining: true }),
		);
		expect(picked[0].baseModel.supportsAdaptationsWith).toEqual(
			expect.arrayContaining(['Language', 'Pronunciation']),
		);
		expect(JSON.stringify([found, picked])).not.toContain('What expires next');
		const asked = await control.get('/requests');
		expect(new Set(asked.map(({ method }) => method))).toEqual(new Set(['GET']));
		expect(asked.map(({ path: to }) => to).join()).toMatch(/endpoints/);
	});

	test('is told what the tools are for, and what it may ask of them', () => {
		const [first] = standIns[0].heard;
		expect(first.tools.map(({ name }) => name).sort()).toEqual([
			'Check_Expiration',
			'Select_Baseline',
		]);
		const check = toolNamed(first, 'Check_Expiration');
		expect(check.description).toMatch(/expired/);
		expect(check.parameters.properties).toMatchObject({
			locale: { type: 'string', description: expect.stringMatching(/en-US/) },
			warnWithinDays: { type: 'number' },
		});
		const select = toolNamed(first, 'Select_Baseline');
		expect(select.parameters.properties.datasetKinds.description).toMatch(/Pronunciation/);
	});

	test('gets the result of a training it waits for: the wait stays in process, and says so', async () => {
		const { credential } = sharedPlayground();
		await control.post('/outcomes', {
			collection: 'models',
			displayNamePattern: '^Awaited ',
			// A wait that may be stored is stored within its first minute.
			durationMs: 80_000,
		});
		const runs = [2.2, 3].map(async (agentVersion) => {
			const model = await control.post('/entities/models', {
				displayName: `Awaited ${agentVersion}`,
				locale: 'en-US',
				status: 'Running',
			});
			const { standIn, openAi } = await modelThat(
				() => ({ call: 'Wait_For_Training', with: { modelId: model.self } }),
				({ results }) => ({ say: JSON.parse(results[0])[0].summary }),
			);
			const stored = await storeWorkflow(
				session,
				agentWorkflow({ credential, openAi, agentVersion }),
			);
			const id = await runOnSchedule(session, stored);
			return { stored, model, id, standIn, run: await followExecution(session, id) };
		});
		for (const { stored, model, id, standIn, run } of await Promise.all(runs)) {
			expect([run.status, run.error]).toEqual(['success', undefined]);
			expect(run.outputs.Agent[0][0].output).toMatch(
				new RegExp(`^Model '${model.displayName}' was trained`),
			);
			const { data } = await session.get(`/rest/executions/${id}`);
			const [task] =
				requireInstalled('flatted').parse(data).resultData.runData['Wait For Training'];
			expect(task.hints.map(({ message }) => message).join()).toMatch(
				/stays in the memory of this execution.* an AI agent/,
			);
			const [[told]] = standIn.heard.at(-1).results.map((result) => JSON.parse(result));
			expect(Object.keys(told)).toEqual(['model', 'wait', 'summary']);
			expect(told).toMatchObject({
				model: { displayName: model.displayName, status: 'Succeeded' },
				wait: { outcome: 'succeeded' },
			});
			expect(told.wait.waitedSeconds).toBeGreaterThan(60);
			// A stored wait would have an execution beside.
			const filter = encodeURIComponent(JSON.stringify({ workflowId: stored.id }));
			expect((await session.get(`/rest/executions?filter=${filter}`)).results).toHaveLength(1);
		}
	});
});
