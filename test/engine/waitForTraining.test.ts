import type { INodeExecutionData } from 'n8n-workflow';

import { WaitForTraining } from '../../nodes/WaitForTraining/WaitForTraining.node';
import { credentialsFor, freshEmulator, type Emulator } from '../support/emulator';
import { runNode, startNode, type NodeTest } from '../support/engine';
import { putModel, stockUp, type Resource } from '../support/resource';
import { until } from '../support/until.mts';
import { byId } from '../support/locator';

const SECONDS = 1 / 86_400;
/** Looks often, so that tests need not wait for the plan made for days. */
const often = { options: { checkEverySeconds: 1 } };

describe('Wait For Training', () => {
	let emulator: Emulator;
	let resource: Resource;
	beforeEach(async () => {
		emulator = await freshEmulator({ seed: 'bare' });
		resource = stockUp(emulator);
	});
	afterEach(async () => {
		await emulator.close();
	});

	const waiting = (
		items: Array<INodeExecutionData['json']>,
		more: Partial<NodeTest> = {},
	): NodeTest => ({
		node: new WaitForTraining(),
		items: items.map((json) => ({ json })),
		credentials: credentialsFor(emulator),
		...more,
		parameters: { ...often, ...more.parameters },
	});
	const inTraining = (displayName = 'Retail en-US') =>
		putModel(emulator, resource, null, { displayName, status: 'Running' });
	const looksAt = (id: string) =>
		emulator.requests().filter(({ path }) => path.endsWith(id)).length;
	const untilLookedAt = async (id: string, times: number) => {
		await until(() => looksAt(id) >= times);
	};

	it('returns at once when the training is already done', async () => {
		const model = putModel(emulator, resource, 700);
		const run = await runNode(waiting([{ model: { id: model.id, charged: true }, note: 'kept' }]));
		expect(run.outputs[0][0].json).toMatchObject({
			note: 'kept',
			model: { id: model.id, status: 'Succeeded', charged: true },
			wait: { outcome: 'succeeded', checks: 1 },
		});
	});

	it('waits until the training is done', async () => {
		const model = inTraining();
		const { finished } = startNode(waiting([{ model: { id: model.id } }]));
		await untilLookedAt(model.id, 1);
		emulator.finish('models', model.id);
		const run = await finished;
		expect(run.outputs[0][0].json).toMatchObject({ wait: { outcome: 'succeeded', checks: 2 } });
	});

	it('turns a failed training into an error that says why', async () => {
		const model = inTraining();
		emulator.finish('models', model.id, 'Failed', {
			code: 'InvalidData',
			message: 'No usable text',
		});
		const run = await runNode(waiting([{ model: { id: model.id } }]));
		expect(run.status).toBe('error');
		expect(run.error?.message).toBe(
			"The training of model 'Retail en-US' failed in Azure: InvalidData: No usable text.",
		);
	});

	it('gives up after the time it was given, and says that the job still runs', async () => {
		const model = inTraining();
		const run = await runNode(
			waiting([{ model: { id: model.id } }], {
				parameters: { options: { giveUpAfterDays: SECONDS } },
				onError: 'continueErrorOutput',
			}),
		);
		const [{ json }] = run.outputs[1];
		expect(json).toMatchObject({
			details: { model: { id: model.id, status: 'Running' }, wait: { outcome: 'timedOut' } },
			error: expect.stringContaining(`It's still running in Azure (ID ${model.id})`),
		});
	});

	it('keeps waiting on a status it does not know, until the deadline', async () => {
		const model = putModel(emulator, resource, null, { status: 'Running' });
		emulator.finish('models', model.id, 'Paused');
		const run = await runNode(
			waiting([{ model: { id: model.id } }], {
				parameters: { options: { giveUpAfterDays: SECONDS } },
				onError: 'continueErrorOutput',
			}),
		);
		expect(run.outputs[1][0].json).toMatchObject({
			details: { wait: { outcome: 'timedOut', checks: 2 } },
		});
	});

	it('says clearly that a model was deleted while it was waited for', async () => {
		const model = inTraining();
		const { finished } = startNode(waiting([{ model: { id: model.id } }]));
		await untilLookedAt(model.id, 1);
		emulator.remove('models', model.id);
		const run = await finished;
		expect(run.error?.message).toBe(
			"There is no model 'Retail en-US' in Azure: it was deleted or never existed.",
		);
	});

	it('goes on waiting through a fault that passes', async () => {
		const model = inTraining();
		emulator.addFault({ path: '/models/', kind: 'status', status: 503, times: 1, skip: 1 });
		emulator.addFault({ path: '/models/', kind: 'dropBefore', times: 1, skip: 1 });
		const { finished } = startNode(waiting([{ model: { id: model.id } }]));
		await untilLookedAt(model.id, 3);
		emulator.finish('models', model.id);
		expect((await finished).status).toBe('success');
	});

	it('ends at once when the key is refused at the first look', async () => {
		const model = inTraining();
		emulator.expireKey();
		const run = await runNode(
			waiting([{ model: { id: model.id } }], { onError: 'continueErrorOutput' }),
		);
		expect(run.outputs[1][0].json).toMatchObject({
			details: { wait: { outcome: 'interrupted', checks: 1 } },
			error: expect.stringContaining('does not accept the key'),
		});
	});

	it('goes on with a renewed key when the old one is refused while it waits', async () => {
		const model = inTraining();
		const credentials = credentialsFor(emulator);
		const { finished } = startNode(waiting([{ model: { id: model.id } }], { credentials }));
		await untilLookedAt(model.id, 1);
		const renewed = emulator.rotateKey();
		await untilLookedAt(model.id, 2);
		credentials.azureCustomSpeechApi.apiKey = renewed;
		emulator.finish('models', model.id);
		expect((await finished).outputs[0][0].json).toMatchObject({ wait: { outcome: 'succeeded' } });
	});

	it('ends within 6 seconds when the execution is cancelled', async () => {
		const model = inTraining();
		const { finished, cancel } = startNode(
			waiting([{ model: { id: model.id } }], {
				parameters: { options: { checkEverySeconds: 3600 } },
			}),
		);
		await untilLookedAt(model.id, 1);
		const cancelled = Date.now();
		cancel();
		expect((await finished).status).toBe('canceled');
		expect(Date.now() - cancelled).toBeLessThan(6_000);
	});

	it('never looks sooner than the service asks', async () => {
		await emulator.close();
		emulator = await freshEmulator({ seed: 'bare', retryAfterSeconds: 2 });
		resource = stockUp(emulator);
		const model = inTraining();
		const { finished } = startNode(waiting([{ model: { id: model.id } }]));
		await untilLookedAt(model.id, 1);
		emulator.finish('models', model.id);
		await finished;
		const [first, second] = emulator
			.requests()
			.filter(({ path }) => path.endsWith(model.id))
			.map(({ at }) => new Date(at).getTime());
		expect(second - first).toBeGreaterThanOrEqual(2_000);
	});

	it('waits for all items together and keeps their order, failed ones on the error output', async () => {
		const models = Array.from({ length: 12 }, (_, number) => inTraining(`Model ${number}`));
		const { finished } = startNode(
			waiting(
				models.map(({ id }, number) => ({ number, model: { id } })),
				{ onError: 'continueErrorOutput' },
			),
		);
		await until(() => emulator.requests().length > 0);
		models.forEach(({ id }, number) =>
			emulator.finish('models', id, number % 5 === 0 ? 'Failed' : 'Succeeded'),
		);
		const run = await finished;
		const numbers = (items: INodeExecutionData[]) => items.map(({ json }) => json.number);
		expect(numbers(run.outputs[0])).toEqual([1, 2, 3, 4, 6, 7, 8, 9, 11]);
		expect(numbers(run.outputs[1])).toEqual([0, 5, 10]);
		expect(emulator.requests()).toHaveLength(2);
	});

	it.each([
		['dataset', 'datasets', { displayName: 'New data', kind: 'Language' }],
		['endpoint', 'endpoints', { displayName: 'Live' }],
		['evaluation', 'evaluations', { displayName: 'Test run' }],
	] as const)('waits for a %s by ID', async (kind, collection, entity) => {
		const model = putModel(emulator, resource, 700);
		const references = {
			dataset: {},
			endpoint: { model: model.id },
			evaluation: { model1: model.id, model2: model.id, dataset: resource.datasetIds[0] },
		}[kind];
		const job = emulator.put(collection, {
			locale: 'en-US',
			status: 'Running',
			...entity,
			...references,
		});
		const { finished } = startNode(
			waiting([{}], {
				parameters: { operation: kind, [`${kind}Id`]: byId(job.id) },
			}),
		);
		await untilLookedAt(job.id, 1);
		emulator.finish(collection, job.id);
		const key = kind === 'evaluation' ? 'test' : kind;
		expect((await finished).outputs[0][0].json).toMatchObject({
			[key]: { id: job.id, status: 'Succeeded' },
		});
	});

	describe('on a test', () => {
		const putTest = (status: string) => {
			const { id } = putModel(emulator, resource, 700);
			return emulator.put('evaluations', {
				displayName: 'Test run',
				locale: 'en-US',
				status,
				model1: id,
				model2: id,
				dataset: resource.datasetIds[0],
				...(status === 'Succeeded' && {
					properties: { wordErrorRate1: 0.12, wordErrorRate2: 0.065, tokenErrorRate2: 0.1 },
				}),
			}).id;
		};

		it('tells the error rates and token errors of both models', async () => {
			const run = await runNode(waiting([{ test: { id: putTest('Succeeded') } }]));
			const { test, summary } = run.outputs[0][0].json;
			expect(test).toMatchObject({
				wordErrorRate1: 0.12,
				wordErrorRate2: 0.065,
				figures: {
					model1: { wordErrorRate: 0.12, wordCount: expect.any(Number) },
					model2: { tokenErrorRate: 0.1, tokenErrors: { punctuation: expect.any(Number) } },
				},
			});
			expect(summary).toBe(
				"Test 'Test run' was run: word error rate 12% with the first model, 6.5% with the second.",
			);
		});

		it('leaves unknown what the service does not say', async () => {
			const id = putTest('Succeeded');
			emulator.setQuirks({ tokenScores: 'minusOne' });
			const run = await runNode(waiting([{ test: { id } }]));
			expect(run.outputs[0][0].json.test).toMatchObject({
				figures: { model2: { tokenErrors: null } },
			});
		});

		it('has no error rates before its end', async () => {
			const run = await runNode(
				waiting([{ test: { id: putTest('Running'), status: 'Running' } }], {
					parameters: { options: { giveUpAfterDays: SECONDS } },
					onError: 'continueErrorOutput',
				}),
			);
			expect(run.outputs[1][0].json).toMatchObject({
				details: { test: { wordErrorRate1: null, wordErrorRate2: null } },
			});
		});
	});

	it('keeps the length of a dataset and the weight of a model', async () => {
		const audio = emulator.put('datasets', {
			displayName: 'Calls',
			locale: 'en-US',
			kind: 'Acoustic',
			properties: { durationMilliseconds: 5_400_000 },
		});
		const model = emulator.put('models', {
			displayName: 'Weighted',
			locale: 'en-US',
			properties: { customModelWeightPercent: 30 },
		});
		const run = await runNode(
			waiting([{ dataset: { id: audio.id } }, { model: { id: model.id } }]),
		);
		const [first, second] = run.outputs[0].map(({ json }) => json);
		expect(first).toMatchObject({
			dataset: { durationMilliseconds: 5_400_000 },
			summary: "Dataset 'Calls' was processed: 1.5 h of audio.",
		});
		expect(second).toMatchObject({ model: { customModelWeightPercent: 30 } });
	});

	it('refuses an item with nothing to wait for before any request', async () => {
		const run = await runNode(waiting([{ name: 'nothing here' }]));
		expect(run.error?.message).toMatch(/has nothing to wait for/);
		expect(emulator.requests()).toEqual([]);
	});
});
