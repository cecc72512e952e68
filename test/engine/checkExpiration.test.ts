import type { INodeExecutionData } from 'n8n-workflow';

import { CheckExpiration } from '../../nodes/CheckExpiration/CheckExpiration.node';
import { credentialsFor, freshEmulator, type Emulator } from '../support/emulator';
import { runNode, type NodeTest } from '../support/engine';
import { inDays, putBase, putModel, stockUp, type Resource } from '../support/resource';
import { defined } from '../support/defined';
import { byId } from '../support/locator';

interface Found {
	model?: { displayName: string };
	endpoint?: { displayName: string };
	expiration: { state: string; usesBaseModel: boolean };
	summary: string;
}

describe('Check Expiration', () => {
	let emulator: Emulator;
	let resource: Resource;
	beforeEach(async () => {
		emulator = await freshEmulator({ seed: 'bare' });
		resource = stockUp(emulator);
	});
	afterEach(async () => {
		await emulator.close();
	});

	const check = async (parameters: NodeTest['parameters'] = {}, more: Partial<NodeTest> = {}) =>
		await runNode({
			node: new CheckExpiration(),
			parameters,
			credentials: credentialsFor(emulator),
			...more,
		});
	const found = (items: INodeExecutionData[]) => items.map(({ json }) => json as unknown as Found);
	const names = (items: INodeExecutionData[]) =>
		found(items).map(({ model, endpoint }) => defined(model ?? endpoint).displayName);

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
				usesBaseModel: false,
				endpoints: [],
				reason: 'the service reports no expiration date for it',
			},
			{ state: 'expired', daysLeft: -4, usesBaseModel: true, endpoints: [{ displayName: 'A' }] },
			{ state: 'expiring', daysLeft: 30, usesBaseModel: false, endpoints: [{ displayName: 'B' }] },
		]);
		expect(found(run.outputs[0])[1].summary).toMatch(
			/^Model 'expired' \(en-US\) expired on \d{4}-\d\d-\d\d; endpoint 'A' already transcribes with the base model\.$/,
		);
		expect(run.hints[0].message).toContain('now transcribes with the base model');
	});

	it('reads each list once, page by page, and nothing one by one', async () => {
		for (let number = 0; number < 250; number++) {
			putModel(emulator, resource, 400, { displayName: `Model ${number}` });
		}
		const run = await check();
		expect(run.outputs[1]).toHaveLength(250);
		const paths = emulator.requests().map(({ path }) => path.split('?')[0]);
		const count = (ending: RegExp) => paths.filter((path) => ending.test(path)).length;
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
			"Model 'failed' (en-US) failed to train.",
			"Model 'in training' (en-US) is in training.",
		]);
	});

	it('counts an endpoint on a base model as fine, since there is nothing to retrain', async () => {
		emulator.put('endpoints', { displayName: 'On base', locale: 'en-US', model: resource.baseId });
		const run = await check({ operation: 'endpoints' });
		expect(run.outputs[0]).toEqual([]);
		expect(found(run.outputs[1])[0]).toMatchObject({
			endpoint: { displayName: 'On base' },
			summary: expect.stringContaining('nothing to retrain'),
		});
	});

	it('sorts endpoints on base models by the date of those, and names the newer one', async () => {
		const until = (days: number) => ({
			deprecationDates: { adaptationDateTime: inDays(-1), transcriptionDateTime: inDays(days) },
		});
		const onBase = (displayName: string, days: number) => {
			const properties = until(days);
			const { id } = putBase(emulator, {
				displayName: `base of ${displayName}`,
				createdDateTime: inDays(-600),
				properties,
			});
			emulator.put('endpoints', { displayName, locale: 'en-US', model: id });
		};
		onBase('ends soon', 20.5);
		onBase('has ended', -2.5);
		onBase('lasts', 400.5);
		const whisper = putBase(emulator, {
			displayName: 'Whisper',
			createdDateTime: inDays(-1),
			properties: { features: { supportsEndpoints: false } },
		});
		for (const parameters of [{ operation: 'endpoints' }, {}]) {
			const run = await check(parameters);
			expect(names(run.outputs[0])).toEqual(['has ended', 'ends soon']);
			expect(names(run.outputs[1])).toEqual(['lasts']);
			expect(found(run.outputs[0])[1]).toMatchObject({
				model: null,
				expiration: {
					state: 'expiring',
					daysLeft: 20,
					newerBaseModelAvailable: true,
					newerBaseModelId: resource.baseId,
					rejectedBaseModels: [
						{
							id: whisper.id,
							displayName: 'Whisper',
							reason: expect.stringMatching(/deployed to an endpoint/),
						},
					],
					servedBaseModelId: expect.any(String),
				},
				summary: expect.stringMatching(
					/'20260912 test', is available; use Deploy Model to switch the endpoint to it\. 'Whisper' is newer, but/,
				),
			});
			expect(run.hints[0].message).toMatch(
				/'has ended' is set to it\. .* now transcribes with the newest base model/,
			);
		}
		const report = await check({ returnAs: 'report' });
		expect(report.outputs.map((items) => items.length)).toEqual([1, 0]);
	});

	it('passes over a newer base model that no endpoint can serve', async () => {
		const newer = putBase(emulator, { displayName: 'usual', createdDateTime: inDays(-9) });
		putBase(emulator, {
			displayName: 'Whisper',
			createdDateTime: inDays(-2),
			properties: { features: { supportsAdaptationsWith: ['Acoustic'], supportsEndpoints: false } },
		});
		putModel(emulator, resource, 10);
		const run = await check();
		expect(run.outputs[0][0].json).toMatchObject({
			expiration: {
				newerBaseModelId: newer.id,
				rejectedBaseModels: [{ displayName: 'Whisper' }],
			},
			summary: expect.stringMatching(/'Whisper' is newer, but it is for batch transcription only/),
		});
	});

	it('checks endpoints by the model they serve', async () => {
		const model = putModel(emulator, resource, 10);
		putModel(emulator, resource, 10, { displayName: 'not served' });
		emulator.put('endpoints', { displayName: 'Live', locale: 'en-US', model: model.id });
		const run = await check({ operation: 'endpoints' });
		expect(found(run.outputs[0])).toMatchObject([
			{ model: { displayName: 'Retail en-US' }, endpoint: { displayName: 'Live' } },
		]);
	});

	it('checks the model of each item, all from the same lists', async () => {
		const one = putModel(emulator, resource, 10, { displayName: 'one' });
		const two = putModel(emulator, resource, 400, { displayName: 'two' });
		const items = [one, two].map(({ id }) => ({ json: { model: { id }, kept: id } }));
		const run = await check({ operation: 'model' }, { items });
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
		const locale = byId('de-DE');
		const projectId = byId(project.id);
		expect(names((await check({ filters: { locale } })).outputs[0])).toEqual(['deutsch']);
		expect(names((await check({ filters: { projectId } })).outputs[0])).toEqual(['in project']);
	});

	describe('narrowed down to a project', () => {
		const inProject = (id: string, more = {}) => ({ filters: { projectId: byId(id), ...more } });
		const shop = () => emulator.put('projects', { displayName: 'Shop', locale: 'en-US' });
		const missing = '1b2c3d4e-0000-4000-8000-000000000099';

		it.each(['items', 'report'])(
			'refuses a project that does not exist, for %s',
			async (returnAs) => {
				putModel(emulator, resource, 10);
				const run = await check({ ...inProject(missing), returnAs });
				expect(run.error?.message).toBe(
					`The project in 'Project' does not exist in this resource: ${missing}.`,
				);
			},
		);

		it('refuses a project of another locale than what is asked for', async () => {
			const { id } = shop();
			const run = await check(inProject(id, { locale: byId('de-DE') }));
			expect(run.error?.message).toBe(
				"Project 'Shop' has the locale en-US, but 'Locale' is de-DE.",
			);
		});

		it.each([
			['a name', 'Shop', /'Project' is not the ID or URL of a project: 'Shop'/],
			['a number', '={{ 7 }}', /'Project' is not the ID or URL of a project: '7'/],
			['an object', '={{ ({ name: "Shop" }) }}', /'Project' is not the ID or URL of a project/],
			[
				'the URL of something else',
				`https://westeurope.api.cognitive.microsoft.com/speechtotext/models/${missing}`,
				/'Project' contains the URL of a custom model, but a project is required/,
			],
			[
				'a foreign URL',
				`https://example.com/projects/${missing}`,
				/'Project' is not the ID or URL/,
			],
		])('refuses %s without a request', async (_what, value, message) => {
			const run = await check(inProject(value));
			expect(run.error?.message).toMatch(message);
			expect(emulator.requests()).toEqual([]);
		});

		it('says how many name no project, in every item and in a hint', async () => {
			const { id } = shop();
			putModel(emulator, resource, 10, { displayName: 'in it', project: id });
			putModel(emulator, resource, 10, { displayName: 'in none' });
			const model = putModel(emulator, resource, 400, { displayName: 'in none, too' });
			emulator.put('endpoints', { displayName: 'A', locale: 'en-US', model: model.id });
			const run = await check(inProject(id));
			expect(names(run.outputs.flat())).toEqual(['in it']);
			const sentence = '2 models and endpoints were omitted because they have no project';
			expect(run.outputs[0][0].json).toMatchObject({
				expiration: { withoutProject: 2 },
				summary: expect.stringContaining(sentence),
			});
			expect(run.hints.map(({ message }) => message).join()).toContain(sentence);
		});

		it('says so when nothing names one, and in the report', async () => {
			const { id } = shop();
			putModel(emulator, resource, 10);
			const items = await check(inProject(id));
			expect(items.outputs).toEqual([[], []]);
			expect(items.hints[0].message).toMatch(/^1 model or endpoint was omitted/);
			const report = await check({ ...inProject(id), returnAs: 'report' });
			expect(report.outputs[1][0].json).toMatchObject({
				report: {
					checked: 0,
					withoutProject: 1,
					html: expect.stringContaining('1 model or endpoint was omitted'),
				},
				summary: expect.stringContaining('1 model or endpoint was omitted'),
			});
		});
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
			{ operation: 'model' },
			{ items: [{ json: { model: { id }, note: 'kept' } }], onError: 'continueErrorOutput' },
		);
		expect(run.outputs[2][0].json).toMatchObject({
			note: 'kept',
			error: expect.stringContaining(id),
		});
	});

	it('makes one page of all findings, which is in the item once', async () => {
		putModel(emulator, resource, -3, { displayName: 'Old Retail' });
		putModel(emulator, resource, 400, { displayName: 'Fresh' });
		const run = await check({ returnAs: 'report' }, { items: [{ json: { note: 'left' } }] });
		expect(run.outputs.map((items) => items.length)).toEqual([1, 0]);
		const [{ json, binary }] = run.outputs[0];
		expect(json).toMatchObject({
			report: { checked: 2, expired: 1, valid: 1, html: expect.stringContaining('Old Retail') },
			summary: expect.stringMatching(/^1 of 2 needs retraining/),
		});
		expect(Object.keys(json)).toEqual(['summary', 'report']);
		expect(binary).toBeUndefined();
	});

	it('sends a report by the lower output when nothing needs retraining', async () => {
		putModel(emulator, resource, 400, { displayName: 'Fresh' });
		const run = await check({ returnAs: 'report' });
		expect(run.outputs.map((items) => items.length)).toEqual([0, 1]);
	});
});
