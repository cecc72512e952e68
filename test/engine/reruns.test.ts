import { NodeConnectionTypes, type INodeExecutionData } from 'n8n-workflow';

import { CheckExpiration } from '../../nodes/CheckExpiration/CheckExpiration.node';
import { TrainModel } from '../../nodes/TrainModel/TrainModel.node';
import { credentialsFor } from '../support/emulator';
import { runWorkflow, type WorkflowRun } from '../support/engine';
import {
	lifeCycle,
	LIFE_CYCLE,
	ONE_OF_EACH,
	type LifeCycle,
	type Step,
} from '../support/lifeCycleRow';
import { onceNode } from '../support/stubNodes';
import { byId } from '../support/locator';

/** What a node says of what was there before; nodes that make nothing say nothing. */
const FOUND = new Map<string, object>([
	['Upload Dataset', { dataset: { reused: true } }],
	['Train Model', { model: { reused: true } }],
	['Test Model', { test: { reused: true, better: true } }],
	['Deploy Model', { endpoint: { changed: false, verified: true } }],
]);

const CHECK: Step = { name: 'Check Expiration', make: () => new CheckExpiration() };
const idOf = (entity: unknown) => String((entity as { id: unknown }).id);
const NAMES = LIFE_CYCLE.map(({ name }) => name);

describe('A life cycle that is run again', () => {
	let cycle: LifeCycle;
	beforeEach(async () => {
		cycle = await lifeCycle();
	});
	afterEach(async () => {
		await cycle.emulator.close();
	});

	const upTo = (name: string) => LIFE_CYCLE.slice(0, NAMES.indexOf(name) + 1);
	const stepOf = (name: string) => LIFE_CYCLE.filter((step) => step.name === name);
	const itemOf = (run: WorkflowRun, name: string): INodeExecutionData => {
		expect([name, run.of(name).error]).toEqual([name, undefined]);
		return run.of(name).outputs[0][0];
	};
	const itemInto = (run: WorkflowRun, name: string): INodeExecutionData => {
		const index = NAMES.indexOf(name);
		return index === 0 ? cycle.item : itemOf(run, NAMES[index - 1]);
	};
	const expectFound = (run: WorkflowRun, steps: Step[]) => {
		for (const { name } of steps) {
			expect(itemOf(run, name).json).toMatchObject({ ...FOUND.get(name), note: 'kept' });
		}
		expect(run.status).toBe('success');
	};

	it('is green at every node, and finds all it made', async () => {
		const first = await cycle.run(LIFE_CYCLE);
		expect(itemOf(first, 'Deploy Model').json).toMatchObject({ endpoint: { changed: true } });
		expect(cycle.made()).toEqual(ONE_OF_EACH);
		expectFound(await cycle.run(LIFE_CYCLE), LIFE_CYCLE);
		expect(cycle.made()).toEqual(ONE_OF_EACH);
	});

	it('is green a third time, on the item that came out of it', async () => {
		const first = await cycle.run(LIFE_CYCLE);
		const again = await cycle.run(LIFE_CYCLE, itemOf(first, 'Deploy Model'));
		expectFound(again, LIFE_CYCLE);
		expect(cycle.made()).toEqual(ONE_OF_EACH);
	});

	it.each(NAMES)(
		'finds what each step up to %s did after that has had its effect',
		async (later) => {
			const first = await cycle.run(upTo(later));
			const made = cycle.made();
			for (const { name } of upTo(later)) {
				const step = stepOf(name);
				expectFound(await cycle.run(step, itemInto(first, name)), step);
				expectFound(await cycle.run(step, itemOf(first, later)), step);
				expect([name, cycle.made()]).toEqual([name, made]);
			}
		},
	);

	it('is green again after Deploy Model has rolled the endpoint back', async () => {
		await cycle.run(LIFE_CYCLE);
		const [deploy] = stepOf('Deploy Model');
		const back = { ...deploy, parameters: { ...deploy.parameters, operation: 'rollBack' } };
		const rolledBack = itemOf(await cycle.run([back]), 'Deploy Model');
		expect(rolledBack.json).toMatchObject({ endpoint: { model: { id: cycle.oldId } } });
		const steps = upTo('Test Model');
		expectFound(await cycle.run(steps), steps);
		const again = itemOf(await cycle.run([back]), 'Deploy Model');
		expect(again.json).toMatchObject({ endpoint: { changed: false } });
		expect(cycle.made()).toEqual({ ...ONE_OF_EACH, changes: 2 });
	});
});

describe('A retraining that is run again', () => {
	/** What a check lists holds nothing of the item that started it, so the test data is set in Train Model. */
	const stepsOf = ({ item }: LifeCycle) => [
		{ ...CHECK, parameters: { operation: 'endpoints' } },
		...LIFE_CYCLE.filter(({ name }) => name !== 'Upload Dataset').map((step) =>
			step.name === 'Train Model'
				? {
						...step,
						parameters: {
							options: {
								testDatasetId: byId(idOf(item.json.testDataset)),
							},
						},
					}
				: step,
		),
	];
	const MADE = { ...ONE_OF_EACH, datasets: 0 };
	let cycle: LifeCycle;
	beforeEach(async () => {
		cycle = await lifeCycle();
	});
	afterEach(async () => {
		await cycle.emulator.close();
	});

	it('finds nothing to do, and everything made on the item of the first run', async () => {
		const steps = stepsOf(cycle);
		const first = await cycle.run(steps);
		expect(first.status).toBe('success');
		expect(cycle.made()).toEqual(MADE);
		const again = await cycle.run(steps);
		expect([again.status, again.of('Check Expiration').outputs[0]]).toEqual(['success', []]);
		const [[found]] = first.of('Check Expiration').outputs;
		const rest = await cycle.run(steps.slice(1), found);
		expect(rest.status).toBe('success');
		expect(rest.of('Deploy Model').outputs[0][0].json).toMatchObject({
			model: { reused: true },
			test: { reused: true, better: true },
			endpoint: { changed: false },
		});
		expect(cycle.made()).toEqual(MADE);
	});

	it('trains once when an item is led back into Train Model in the same execution', async () => {
		const [[item]] = (await cycle.run(stepsOf(cycle).slice(0, 2))).of('Select Baseline').outputs;
		const lead = (node: string) => ({
			main: [[{ node, type: NodeConnectionTypes.Main, index: 0 }]],
		});
		const run = await runWorkflow({
			nodes: [{ node: new TrainModel() }, { node: onceNode('Once') }],
			connections: {
				Start: lead('Train Model'),
				'Train Model': lead('Once'),
				Once: lead('Train Model'),
			},
			items: [item],
			credentials: credentialsFor(cycle.emulator),
		});
		expect(run.error).toBeUndefined();
		expect(run.raw.data.resultData.runData['Train Model']).toHaveLength(2);
		expect(cycle.made()).toMatchObject({ models: 1 });
	});
});
