import {
	NodeConnectionTypes,
	type IConnections,
	type IDataObject,
	type INodeExecutionData,
} from 'n8n-workflow';

import { CheckExpiration } from '../../nodes/CheckExpiration/CheckExpiration.node';
import { credentialsFor } from '../support/emulator';
import { runNode, runWorkflow, type WorkflowRun } from '../support/engine';
import { lifeCycle, LIFE_CYCLE, type LifeCycle, type Step } from '../support/lifeCycleRow';
import { failedApartNode } from '../support/stubNodes';

/** Every node of the package, each with where its error output is. */
const NODES: Array<[string, Step, number]> = [
	...LIFE_CYCLE.map((step): [string, Step, number] => [step.name, step, 1]),
	[
		'Check Expiration',
		{
			name: 'Check Expiration',
			make: () => new CheckExpiration(),
			// What it lists by itself carries nothing of the item that came in, old errors included.
			parameters: { operation: 'model' },
		},
		2,
	],
];

const REFUSED = { code: 'InvalidRequest', message: 'Not now' };

describe('An item that failed, was led back and then succeeds', () => {
	let cycle: LifeCycle;
	/** By node: the item that comes into it when all goes well. */
	let incoming: Map<string, INodeExecutionData>;
	beforeEach(async () => {
		cycle = await lifeCycle();
		const run = await cycle.run(LIFE_CYCLE.slice(0, 4));
		const names = LIFE_CYCLE.map(({ name }) => name);
		incoming = new Map(
			names.map((name, index) => [
				name,
				index === 0 ? cycle.item : (run.of(names[Math.min(index, 4) - 1]).outputs[0][0] ?? {}),
			]),
		);
		const { json } = cycle.item;
		incoming.set('Check Expiration', {
			...cycle.item,
			json: { ...json, model: { id: cycle.oldId } },
		});
	});
	afterEach(async () => {
		await cycle.emulator.close();
	});

	const itemInto = (name: string, own: IDataObject = {}): INodeExecutionData => {
		const item = incoming.get(name) ?? cycle.item;
		return { ...item, json: { ...item.json, ...own } };
	};
	const refuses = (times: number) => {
		cycle.emulator.addFault({ kind: 'status', status: 400, body: REFUSED, times });
	};
	const inTraining = () => {
		cycle.emulator.setOutcome({ collection: 'models', durationMs: 600_000 });
		const model = { displayName: 'In training', locale: 'en-US', status: 'Running' };
		return cycle.emulator.put('models', model);
	};
	const to = (node: string) => [{ node, type: NodeConnectionTypes.Main, index: 0 }];
	/** Runs a node whose failed items are led back to it, by its error output or by a node that tells them apart. */
	const loop = async (
		[name, step, errorOutput]: (typeof NODES)[number],
		onError: 'continueErrorOutput' | 'continueRegularOutput',
		item: INodeExecutionData,
		more: IDataObject = {},
	): Promise<WorkflowRun> => {
		const isApart = onError === 'continueRegularOutput';
		const outputs = Array.from({ length: errorOutput }, () => to('Failed?'));
		const connections: IConnections = {
			Start: { main: [to(name)] },
			[name]: { main: isApart ? outputs : [...outputs.map(() => []), to(name)] },
			'Failed?': { main: [[], to(name)] },
		};
		const { make, parameters } = step;
		return await runWorkflow({
			nodes: [
				{
					node: make(),
					name,
					parameters: { ...parameters, ...more } as Step['parameters'],
					onError,
				},
				{ node: failedApartNode('Failed?') },
			],
			connections,
			items: [item],
			credentials: credentialsFor(cycle.emulator),
		});
	};
	const ended = (run: WorkflowRun, name: string): IDataObject => {
		expect([run.status, run.error]).toEqual(['success', undefined]);
		return run.of(name).outputs.flat()[0].json;
	};
	const runsOf = (run: WorkflowRun, name: string) => run.raw.data.resultData.runData[name].length;

	describe.each(['continueErrorOutput', 'continueRegularOutput'] as const)(
		'under %s',
		(onError) => {
			it.each(NODES)('carries no old error out of %s', async (...node) => {
				const [name] = node;
				for (const times of [1, 2]) {
					refuses(times);
					const run = await loop(node, onError, itemInto(name));
					expect(runsOf(run, name)).toBe(times + 1);
					const json = ended(run, name);
					expect(json).toMatchObject({ note: 'kept', summary: expect.any(String) });
					expect(JSON.stringify(json)).not.toContain(REFUSED.message);
					expect(Object.keys(json)).not.toEqual(
						expect.arrayContaining([expect.stringMatching(/^(error|message|details|failedIn)$/)]),
					);
				}
			});

			it.each(NODES)('keeps what was never ours in %s', async (...node) => {
				const [name] = node;
				const own = { error: 'mine', message: 'mine, too', details: { why: 'mine as well' } };
				expect(ended(await loop(node, onError, itemInto(name, own)), name)).toMatchObject(own);
			});

			it.each(NODES)(
				'carries none when %s failed as a whole',
				async (name, { make, parameters }) => {
					const onCanvas = { node: make(), name, parameters, onError };
					const credentials = credentialsFor(cycle.emulator);
					const broken = credentialsFor(cycle.emulator, { endpoint: 'ftp://mistyped' });
					const items = [itemInto(name, { message: 'mine' })];
					const failed = await runNode({ ...onCanvas, items, credentials: broken });
					const again = failed.outputs.flat();
					expect(again[0].json).toMatchObject({ error: expect.stringContaining('Endpoint') });
					const run = await runNode({ ...onCanvas, items: again, credentials });
					const { json } = run.outputs.flat()[0];
					expect(json).toMatchObject({ note: 'kept', message: 'mine' });
					expect(json).not.toHaveProperty('error');
					expect(json).not.toHaveProperty('failedIn');
				},
			);

			it('carries none after a stored wait that was interrupted', async () => {
				const { id } = inTraining();
				const [wait] = NODES.filter(([name]) => name === 'Wait For Training');
				const item = { json: { model: { id }, note: 'kept' } };
				const stored = { options: { checkEverySeconds: 120 } };
				const waiting = await loop(wait, onError, item, stored);
				expect(waiting.status).toBe('waiting');
				cycle.emulator.finish('models', id);
				const run = await waiting.resumeAfterCrash();
				expect(runsOf(run, 'Wait For Training')).toBe(2);
				const json = ended(run, 'Wait For Training');
				expect(json).toMatchObject({ note: 'kept', wait: { outcome: 'succeeded' } });
				expect(Object.keys(json).sort()).toEqual(['model', 'note', 'summary', 'wait']);
			});

			it('carries none after a stored wait that came after a failure', async () => {
				const { id } = inTraining();
				const [wait] = NODES.filter(([name]) => name === 'Wait For Training');
				refuses(1);
				const item = { json: { model: { id }, note: 'kept' } };
				const waiting = await loop(wait, onError, item, { options: { checkEverySeconds: 120 } });
				expect(waiting.status).toBe('waiting');
				cycle.emulator.finish('models', id);
				const json = ended(await waiting.resume(), 'Wait For Training');
				expect(Object.keys(json).sort()).toEqual(['model', 'note', 'summary', 'wait']);
			});
		},
	);

	it('tells of its last failure only when it failed in another way before', async () => {
		const [, , train] = NODES;
		const failedWait = {
			error: 'The wait ended early. Run again.',
			message: 'The wait ended early.',
			details: { wait: { outcome: 'interrupted' } },
		};
		refuses(1);
		const [name, { make, parameters }] = train;
		const { outputs } = await runNode({
			node: make(),
			name,
			parameters,
			items: [itemInto(name, failedWait)],
			credentials: credentialsFor(cycle.emulator),
			onError: 'continueErrorOutput',
		});
		const { json } = outputs[1][0];
		expect(json.error).toMatch(/Not now/);
		expect(json.details).toBeUndefined();
		expect(json.message).toBeUndefined();
	});

	it('leaves nothing of a failed wait on an item with nothing left to wait for', async () => {
		const deploy = LIFE_CYCLE[5];
		const before = await cycle.run(LIFE_CYCLE);
		const [[item]] = before.of('Deploy Model').outputs;
		const failure = { failedIn: 'Deploy Model', error: 'It broke.', wait: { outcome: 'failed' } };
		const json = ended(
			await cycle.run([deploy], { ...item, json: { ...item.json, ...failure } }),
			'Deploy Model',
		);
		expect(json).toMatchObject({ endpoint: { changed: false } });
		expect(json).not.toHaveProperty('wait');
	});
});
