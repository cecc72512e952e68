import type { INodeExecutionData } from 'n8n-workflow';

import { CheckExpiration } from '../../nodes/CheckExpiration/CheckExpiration.node';
import { TrainModel } from '../../nodes/TrainModel/TrainModel.node';
import { credentialsFor } from '../support/emulator';
import { runNode, type NodeRun } from '../support/engine';
import { lifeCycle, LIFE_CYCLE, type LifeCycle } from '../support/lifeCycleRow';
import { byId } from '../support/locator';

/** What a Schedule Trigger brings. */
const SCHEDULE = { timestamp: '2026-11-01T12:00:00Z', Hour: '12', summary: 'of the trigger' };

/** The key each node of the life cycle is there for. */
const OWN_KEYS = ['dataset', 'baseModel', 'model', 'model', 'test', 'endpoint'];

const keysOf = ({ outputs }: NodeRun, output = 0) =>
	outputs[output].map(({ json }) => Object.keys(json));
const messagesOf = ({ hints }: NodeRun) => hints.map(({ message }) => message);

describe('With what a trigger brings, a node', () => {
	let cycle: LifeCycle;
	let item: INodeExecutionData;
	beforeEach(async () => {
		cycle = await lifeCycle();
		item = { ...cycle.item, json: { ...SCHEDULE, ...cycle.item.json } };
	});
	afterEach(async () => {
		await cycle.emulator.close();
	});

	const check = async (more: object = {}) =>
		await runNode({
			node: new CheckExpiration(),
			items: [item],
			credentials: credentialsFor(cycle.emulator),
			...more,
		});

	it('puts its own fields before what came in, and says when all was there before', async () => {
		const names = LIFE_CYCLE.map(({ name }) => name);
		const first = await cycle.run(LIFE_CYCLE, item);
		for (const [index, name] of names.entries()) {
			const [keys] = keysOf(first.of(name));
			expect([name, ...keys.slice(0, 2)]).toEqual([name, 'summary', OWN_KEYS[index]]);
			expect(keys).toEqual(expect.arrayContaining([...Object.keys(SCHEDULE), 'note']));
			expect(keys.indexOf('timestamp')).toBeGreaterThan(1);
			expect(first.of(name).outputs[0][0].binary).toEqual(item.binary);
			expect(first.of(name).outputs[0][0].pairedItem).toEqual({ item: 0 });
		}
		for (const name of ['Upload Dataset', 'Train Model', 'Test Model', 'Deploy Model']) {
			expect(messagesOf(first.of(name)).filter((hint) => /before|there with/.test(hint))).toEqual(
				[],
			);
		}
		const again = await cycle.run(LIFE_CYCLE, item);
		expect(messagesOf(again.of('Upload Dataset'))).toContain(
			"Dataset 'sentences' already existed with the same content, so nothing was sent.",
		);
		expect(messagesOf(again.of('Train Model'))).toContainEqual(
			expect.stringMatching(/^Model '.+' was trained the same way before, so no training was/),
		);
		expect(messagesOf(again.of('Wait For Training'))).toContainEqual(
			expect.stringMatching(/^There was nothing to wait for: model '.+' was finished already\.$/),
		);
		expect(messagesOf(again.of('Test Model'))).toContainEqual(
			expect.stringMatching(/^Model '.+' was tested the same way before, so no test was started/),
		);
		expect(messagesOf(again.of('Deploy Model'))).toContainEqual(
			expect.stringMatching(/^Endpoint 'Retail live' already uses model '.+', so nothing/),
		);
	});

	it.each([
		['items', ['summary', 'expiration', 'model']],
		['report', ['summary', 'report']],
	])('that starts a list carries nothing of it, as %s', async (returnAs, keys) => {
		const run = await check({ parameters: { returnAs } });
		expect(keysOf(run)).toEqual([keys]);
		expect(run.outputs[0][0].binary).toBeUndefined();
		expect(run.outputs[0][0].pairedItem).toEqual({ item: 0 });
	});

	it('that checks one model keeps it', async () => {
		const ofItem = { ...item, json: { ...item.json, model: { id: cycle.oldId } } };
		const run = await check({ parameters: { operation: 'model' }, items: [ofItem] });
		const [keys] = keysOf(run);
		expect(keys.slice(0, 3)).toEqual(['summary', 'expiration', 'model']);
		expect(run.outputs[0][0].json).toMatchObject({
			timestamp: SCHEDULE.timestamp,
			note: 'kept',
		});
	});

	it('that failed begins with the reason', async () => {
		const run = await runNode({
			node: new TrainModel(),
			items: [{ json: { ...SCHEDULE } }],
			credentials: credentialsFor(cycle.emulator),
			onError: 'continueRegularOutput',
		});
		const [keys] = keysOf(run);
		expect(keys).toEqual(['summary', 'error', 'failedIn', 'timestamp', 'Hour']);
	});

	it.each([
		[{ warnWithinDays: 10 }, '1 checked, none expires within 10 days.'],
		[{ warnWithinDays: 10, operation: 'endpoints' }, '1 checked, none expires within 10 days.'],
		[{ warnWithinDays: 1 }, '1 checked, none expires within 1 day.'],
		[{ filters: { locale: byId('ja-JP') } }, "No custom models or endpoints match 'Filters'."],
	])('that finds nothing to do with %j says so', async (parameters, hint) => {
		const run = await check({ parameters: parameters as never });
		expect(messagesOf(run)).toEqual([hint]);
	});

	it('that finds something to do leaves that to its items', async () => {
		expect(messagesOf(await check({ parameters: { warnWithinDays: 60 } }))).toEqual([]);
	});
});
