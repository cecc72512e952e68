import path from 'node:path';
import type { EmulatorControl } from '../../playground/emulator/emulatorControl.mts';
import { listOf, text } from '../../playground/json.mts';
import { storeCredential } from '../../playground/n8n/credential.mts';
import type { N8nSession } from '../../playground/n8n/n8nSession.mts';
import { listExecutions, readExecution } from '../../playground/workflows/execution.mts';
import { followExecution, itemsOf } from '../../playground/workflows/followExecution.mts';
import { importWorkflow } from '../../playground/workflows/importWorkflow.mts';
import { workflows } from '../../playground/paths.mts';
import { runOnSchedule } from '../../playground/workflows/runOnSchedule.mts';
import { readWorkflow, storeWorkflow } from '../../playground/workflows/storeWorkflow.mts';
import { nodeNamed } from '../../playground/workflows/workflow.mts';
import { defined } from '../support/defined';
import { agentWorkflow } from './support/agentWorkflow.mts';
import { closedAfterAll } from './support/closedAfterAll.mts';
import { openEditor } from './support/editor.mts';
import { emulatorControl } from './support/emulatorControl.mts';
import { nodeResult } from './support/nodeResult.mts';
import {
	startModelStandIn,
	type Heard,
	type ModelStandIn,
	type Step,
} from './support/modelStandIn.mts';
import { ownerSession, sharedPlayground } from './support/sharedPlayground.mts';

/** What a tool hands to the agent: the JSON of its items, as a text. */
const resultsIn = (result: string) => listOf(nodeResult)(JSON.parse(result));

describe('An AI agent in n8n', () => {
	let session: N8nSession;
	let control: EmulatorControl;
	const standIns: ModelStandIn[] = [];
	const opened = closedAfterAll();

	beforeAll(() => {
		session = ownerSession();
		control = emulatorControl();
	});

	afterAll(async () => {
		await Promise.all(standIns.map((standIn) => standIn.stop()));
	});

	/** A stand-in for the language model, and n8n's credential that leads there. */
	const modelThat = async (...script: Step[]) => {
		const standIn = await startModelStandIn(script);
		standIns.push(standIn);
		const { id, name } = await storeCredential(session, {
			name: `Stand-in ${standIns.length}`,
			type: 'openAiApi',
			data: { apiKey: 'test-key', url: standIn.url },
		});
		return { standIn, openAi: { id, name } };
	};
	/** Switches a node on that is off after an import. */
	const switchOn = async (id: string, node: string) => {
		const stored = await readWorkflow(session, id);
		nodeNamed(stored, node).disabled = false;
		await session.patch(`/rest/workflows/${id}`, { ...stored });
	};
	const toolNamed = ({ tools }: Heard, wanted: string) =>
		defined(tools.find(({ name }) => name === wanted));

	test('says what is missing without a language model, and with one answers from what the tools return, as the template has it', async () => {
		const sentencesOf = (result: string) => resultsIn(result).map(({ summary }) => summary);
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
		const editor = opened(await openEditor());
		await editor.show(workflow);
		await expect(editor.chat('Is anybody there?')).resolves.toMatch(
			/Open OpenAI Chat Model, choose a credential, and switch the node on/,
		);
		await editor.picture('assistant-without-model');
		expect(standIn.heard).toEqual([]);
		await switchOn(workflow.id, 'OpenAI Chat Model');
		const soonGone = await control.put('models', {
			displayName: 'Soon gone',
			locale: 'en-US',
			properties: {
				deprecationDates: { transcriptionDateTime: new Date(Date.now() + 3e9).toISOString() },
			},
		});
		await control.forgetRequests();
		await editor.show(workflow);
		const answer = await editor.chat('What expires next, and what should I train from?');
		await editor.picture('assistant-chat');
		await control.removeEntity('models', soonGone.id);

		expect(answer).toMatch(/need(s)? retraining/);
		expect(answer).toMatch(/Model 'Soon gone' \(en-US\) expires on \d{4}-\d\d-\d\d, in 34 days/);
		expect(answer).toMatch(/Base model '\d+.*' \(en-US\) was selected: trainable until/);

		const [found, picked] = defined(standIn.heard.at(-1)).results.map(resultsIn);
		expect(found).toContainEqual(
			expect.objectContaining({ state: 'expiring', daysLeft: 34, needsRetraining: true }),
		);
		expect(picked[0].baseModel?.supportsAdaptationsWith).toEqual(
			expect.arrayContaining(['Language', 'Pronunciation']),
		);
		expect(JSON.stringify([found, picked])).not.toContain('What expires next');
		const asked = await control.requests();
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
		expect(check.description).toMatch(/about to expire/);
		expect(check.parameters?.properties).toMatchObject({
			locale: { type: 'string', description: expect.stringMatching(/en-US/) },
			warnWithinDays: { type: 'number' },
		});
		const select = toolNamed(first, 'Select_Baseline');
		expect(select.parameters?.properties?.datasetKinds.description).toMatch(/Pronunciation/);
	});

	test('gets the result of a training it waits for: the wait stays in process, and says so', async () => {
		const { credential } = sharedPlayground();
		await control.outcome({
			collection: 'models',
			displayNamePattern: '^Awaited ',
			// A wait that may be stored is stored within its first minute.
			durationMs: 80_000,
		});
		const runs = [2.2, 3].map(async (agentVersion) => {
			const model = await control.put('models', {
				displayName: `Awaited ${agentVersion}`,
				locale: 'en-US',
				status: 'Running',
			});
			const { standIn, openAi } = await modelThat(
				() => ({ call: 'Wait_For_Training', with: { modelId: model.self } }),
				({ results }) => ({ say: text(resultsIn(results[0])[0].summary) }),
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
			expect(itemsOf(run, 'Agent')[0].output).toMatch(
				new RegExp(`^Model '${model.displayName}' was trained`),
			);
			const { runs } = await readExecution(session, id);
			const [task] = defined(runs.find(([name]) => name === 'Wait For Training'))[1];
			expect(task.hints?.map(({ message }) => message).join()).toMatch(
				/stays in memory.* an AI agent/,
			);
			const [[told]] = defined(standIn.heard.at(-1)).results.map(resultsIn);
			expect(Object.keys(told)).toEqual(['summary', 'model', 'wait']);
			expect(told).toMatchObject({
				model: { displayName: model.displayName, status: 'Succeeded' },
				wait: { outcome: 'succeeded' },
			});
			expect(told.wait?.waitedSeconds).toBeGreaterThan(60);
			// A stored wait would have an execution beside.
			expect(await listExecutions(session, { workflowId: stored.id })).toHaveLength(1);
		}
	});
});
