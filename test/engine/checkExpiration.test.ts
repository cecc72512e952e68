import type { INodeExecutionData } from 'n8n-workflow';

import { CheckExpiration } from '../../nodes/CheckExpiration/CheckExpiration.node';
import { credentialsFor, freshEmulator, type Emulator } from '../support/emulator';
import { runNode, type NodeTest } from '../support/engine';
import { inDays, putBase, putModel, stockUp, type Resource } from '../support/resource';

interface Found {
	model?: { displayName: string };
	endpoint?: { displayName: string };
	expiration: { state: string; fallsBack: boolean };
	summary: string;
}

describe('Check Expiration', () => {
	let emulator: Emulator;
	let resource: Resource;
	beforeEach(async () => {
		emulator = await freshEmulator({ seed: 'bare' });
		resource = stockUp(emulator);
	});
	afterEach(async () => await emulator.close());

	const check = async (parameters: NodeTest['parameters'] = {}, more: Partial<NodeTest> = {}) =>
		await runNode({
			node: new CheckExpiration(),
			parameters,
			credentials: credentialsFor(emulator),
			...more,
		});
	const found = (items: INodeExecutionData[]) => items.map(({ json }) => json as unknown as Found);
	const names = (items: INodeExecutionData[]) =>
		found(items).map(({ model, endpoint }) => (model ?? endpoint)!.displayName);

	it('sorts five models and three endpoints onto the two outputs, most urgent first', async () => {
		const at = (displayName: string, daysLeft: number | null) =>
			putModel(emulator, resource, daysLeft, { displayName });
		const expired = at('expired', -3);
		const expiring = at('expiring', 30.5);
		const valid = at('valid', 400);
		at('also valid', 61);
		at('no date', null);
		emulator.put('endpoints', { displayName: 'A', locale: 'en-US', model: expired.id });
		emulator.put('endpoints', { displayName: 'B', locale: 'en-US', model: expiring.id });
		emulator.put('endpoints', { displayName: 'C', locale: 'en-US', model: valid.id });
		const run = await check();
		expect(names(run.outputs[0])).toEqual(['no date', 'expired', 'expiring']);
		expect(names(run.outputs[1])).toEqual(['also valid', 'valid']);
		expect(found(run.outputs[0]).map(({ expiration }) => expiration)).toMatchObject([
			{
				state: 'unknown',
				daysLeft: null,
				expiresAt: null,
				fallsBack: false,
				endpoints: [],
				reason: 'the service names no date for it',
			},
			{ state: 'expired', daysLeft: -4, fallsBack: true, endpoints: [{ displayName: 'A' }] },
			{ state: 'expiring', daysLeft: 30, fallsBack: false, endpoints: [{ displayName: 'B' }] },
		]);
		expect(found(run.outputs[0])[1].summary).toMatch(
			/^Model 'expired' \(en-US\) expired on \d{4}-\d\d-\d\d; endpoint 'A' already answers with the base model\.$/,
		);
		expect(run.hints[0].message).toContain('answers with the base model now');
	});

	it('reads each list once, page by page, and nothing one by one', async () => {
		for (let number = 0; number < 250; number++) {
			putModel(emulator, resource, 400, { displayName: `Model ${number}` });
		}
		const run = await check();
		expect(run.outputs[1]).toHaveLength(250);
		const paths = emulator.requests().map(({ path }: { path: string }) => path.split('?')[0]);
		const count = (ending: RegExp) => paths.filter((path: string) => ending.test(path)).length;
		expect(paths).toHaveLength(5);
		expect(count(/\/models$/)).toBe(3);
		expect(count(/\/endpoints$/)).toBe(1);
		expect(count(/\/models\/base$/)).toBe(1);
	});

	it('names the newest base model a model could move to', async () => {
		const newer = putBase(emulator, { displayName: '20261024', createdDateTime: inDays(-2) });
		putBase(emulator, { displayName: '20200101', createdDateTime: inDays(-900) });
		putModel(emulator, resource, 10);
		const run = await check();
		expect(run.outputs[0][0].json.expiration).toMatchObject({
			newerBaseModelAvailable: true,
			newerBaseModelId: newer.id,
			newerBaseModelName: '20261024',
		});
	});

	it('brings all that Train Model needs to retrain', async () => {
		const model = putModel(emulator, resource, 10);
		const run = await check();
		expect(run.outputs[0][0].json.model).toMatchObject({
			id: model.id,
			locale: 'en-US',
			datasetIds: resource.datasetIds,
		});
	});

	it('leaves alone a model that is in training or has failed, and says why', async () => {
		putModel(emulator, resource, null, { displayName: 'in training', status: 'Running' });
		putModel(emulator, resource, null, { displayName: 'failed', status: 'Failed' });
		const run = await check();
		expect(run.outputs[0]).toEqual([]);
		expect(
			found(run.outputs[1])
				.map(({ summary }) => summary)
				.sort(),
		).toEqual([
			"Model 'failed' (en-US) has no known last day, but it is not in use: its status is Failed.",
			"Model 'in training' (en-US) has no known last day, but it is not in use: its status is Running.",
		]);
	});

	it('counts an endpoint on a base model as fine, since there is nothing to retrain', async () => {
		emulator.put('endpoints', { displayName: 'On base', locale: 'en-US', model: resource.baseId });
		const run = await check({ check: 'endpoints' });
		expect(run.outputs[0]).toEqual([]);
		expect(found(run.outputs[1])[0]).toMatchObject({
			endpoint: { displayName: 'On base' },
			summary: expect.stringContaining('nothing to retrain'),
		});
	});

	it('checks endpoints by the model they serve', async () => {
		const model = putModel(emulator, resource, 10);
		putModel(emulator, resource, 10, { displayName: 'not served' });
		emulator.put('endpoints', { displayName: 'Live', locale: 'en-US', model: model.id });
		const run = await check({ check: 'endpoints' });
		expect(found(run.outputs[0])).toMatchObject([
			{ model: { displayName: 'Retail en-US' }, endpoint: { displayName: 'Live' } },
		]);
	});

	it('checks the model of each item, all from the same lists', async () => {
		const one = putModel(emulator, resource, 10, { displayName: 'one' });
		const two = putModel(emulator, resource, 400, { displayName: 'two' });
		const items = [one, two].map(({ id }) => ({ json: { model: { id }, kept: id } }));
		const run = await check({ check: 'model' }, { items });
		expect(run.outputs[0]).toMatchObject([{ json: { kept: one.id }, pairedItem: { item: 0 } }]);
		expect(run.outputs[1]).toMatchObject([{ json: { kept: two.id }, pairedItem: { item: 1 } }]);
		expect(emulator.requests()).toHaveLength(3);
	});

	it('checks everything once, however many items ask for it', async () => {
		putModel(emulator, resource, 10);
		const items = Array.from({ length: 200 }, (_, number) => ({ json: { number } }));
		const run = await check({}, { items });
		expect(run.outputs[0]).toHaveLength(1);
		expect(emulator.requests()).toHaveLength(3);
	});

	it('filters by locale and by project', async () => {
		const german = stockUp(emulator, 'de-DE');
		const project = emulator.put('projects', { displayName: 'Shop', locale: 'en-US' });
		putModel(emulator, german, 10, { displayName: 'deutsch', locale: 'de-DE' });
		putModel(emulator, resource, 10, { displayName: 'in project', project: project.id });
		putModel(emulator, resource, 10, { displayName: 'outside' });
		const locale = { __rl: true, mode: 'id', value: 'de-DE' };
		const projectId = { __rl: true, mode: 'id', value: project.id };
		expect(names((await check({ filters: { locale } })).outputs[0])).toEqual(['deutsch']);
		expect(names((await check({ filters: { projectId } })).outputs[0])).toEqual(['in project']);
	});

	it.each([
		[30, ['Retail en-US']],
		[29, []],
	])('warns within %i days of the last day, not earlier', async (warnWithinDays, expected) => {
		putModel(emulator, resource, 29.99);
		const run = await check({ warnWithinDays });
		expect(names(run.outputs[0])).toEqual(expected);
	});

	it('gives an empty resource two empty outputs', async () => {
		expect((await check()).outputs).toEqual([[], []]);
	});

	it('names the model that does not exist, and keeps the item on the error output', async () => {
		const id = '00000000-0000-4000-8000-000000000000';
		const run = await check(
			{ check: 'model' },
			{ items: [{ json: { model: { id }, note: 'kept' } }], onError: 'continueErrorOutput' },
		);
		expect(run.outputs[2][0].json).toMatchObject({
			note: 'kept',
			error: expect.stringContaining(id),
		});
	});

	it('makes one page of all findings, in the item for a mail and as a file', async () => {
		putModel(emulator, resource, -3, { displayName: 'Old Retail' });
		putModel(emulator, resource, 400, { displayName: 'Fresh' });
		const run = await check({ returnAs: 'report' }, { items: [{ json: { note: 'kept' } }] });
		expect(run.outputs.map((items) => items.length)).toEqual([1, 0]);
		const [{ json, binary }] = run.outputs[0];
		expect(json).toMatchObject({
			note: 'kept',
			report: { checked: 2, expired: 1, valid: 1, html: expect.stringContaining('Old Retail') },
			summary: expect.stringMatching(/^1 of 2 needs retraining/),
		});
		expect(binary?.report).toMatchObject({
			mimeType: 'text/html',
			fileName: expect.stringMatching(/^speech-models-\d{4}-\d\d-\d\d\.html$/),
		});
		const page = Buffer.from(binary!.report.data, 'base64').toString();
		expect(page).toBe((json.report as { html: string }).html);
	});

	it('sends a report by the lower output when nothing needs retraining', async () => {
		putModel(emulator, resource, 400, { displayName: 'Fresh' });
		const run = await check({ returnAs: 'report' });
		expect(run.outputs.map((items) => items.length)).toEqual([0, 1]);
	});
});
