import type { INodeExecutionData } from 'n8n-workflow';

import { SelectBaseline } from '../../nodes/SelectBaseline/SelectBaseline.node';
import { credentialsFor, freshEmulator, type Emulator } from '../support/emulator';
import { runNode, type NodeTest } from '../support/engine';
import { inDays, putBase, putModel } from '../support/resource';
import { byId } from '../support/locator';

describe('Select Baseline', () => {
	let emulator: Emulator;
	beforeEach(async () => {
		emulator = await freshEmulator({ seed: 'bare' });
	});
	afterEach(async () => {
		await emulator.close();
	});

	const select = async (
		json: INodeExecutionData['json'],
		parameters: NodeTest['parameters'] = {},
		more: Partial<NodeTest> = {},
	) =>
		await runNode({
			node: new SelectBaseline(),
			items: [{ json }],
			parameters,
			credentials: credentialsFor(emulator),
			...more,
		});

	const trainableFor = (days: number) => ({
		deprecationDates: {
			adaptationDateTime: inDays(days),
			transcriptionDateTime: inDays(days + 365),
		},
	});

	it('picks the newest base model that fits and says why each other one was passed over', async () => {
		const pick = putBase(emulator, { displayName: '20260912', createdDateTime: inDays(-70) });
		putBase(emulator, { displayName: '20260101', createdDateTime: inDays(-300) });
		putBase(emulator, {
			displayName: '20261024',
			createdDateTime: inDays(-1),
			properties: trainableFor(10),
		});
		putBase(emulator, {
			displayName: '20240101',
			createdDateTime: inDays(-2),
			properties: trainableFor(-1),
		});
		putBase(emulator, { displayName: '20261020', createdDateTime: inDays(-3), status: 'Running' });
		putBase(emulator, { displayName: '20261019 de', createdDateTime: inDays(-3), locale: 'de-DE' });
		const run = await select({ locale: 'en-us', note: 'kept' });
		const [[{ json }]] = run.outputs;
		expect(json).toMatchObject({
			locale: 'en-us',
			note: 'kept',
			baseModel: {
				id: pick.id,
				displayName: '20260912',
				chargeForAdaptation: false,
				trainingDaysLeft: 364,
				rejected: [
					{
						displayName: '20261024',
						reason: expect.stringMatching(/only until .*, 9 days from now/),
					},
					{ displayName: '20240101', reason: expect.stringMatching(/could be trained only until/) },
					{ displayName: '20261020', reason: 'its status is Running' },
					{ displayName: '20260101', reason: 'it is older than 20260912' },
				],
			},
			summary: expect.stringMatching(
				/^Base model '20260912' \(en-US\) was selected: trainable until \d{4}-\d\d-\d\d; 4 others not selected\.$/,
			),
		});
	});

	it('reads the kinds of data from the datasets the item brings', async () => {
		putBase(emulator, { displayName: 'text only', createdDateTime: inDays(-1) });
		const pick = putBase(emulator, {
			displayName: 'audio too',
			createdDateTime: inDays(-90),
			properties: { features: { supportsAdaptationsWith: ['Language', 'Acoustic'] } },
		});
		const known = emulator.put('datasets', {
			displayName: 'Calls',
			locale: 'en-US',
			kind: 'Acoustic',
		});
		const again = await select({ locale: 'en-US', datasets: [{ id: known.id, kind: 'Acoustic' }] });
		expect(again.outputs[0][0].json).toMatchObject({ baseModel: { id: pick.id } });
	});

	it.each([
		['ticked', ['Acoustic', 'Pronunciation']],
		['from an expression', 'Acoustic, Pronunciation'],
	])('takes the kinds that are %s, whatever the item brings', async (_how, datasetKinds) => {
		const kindsOf = (...supportsAdaptationsWith: string[]) => ({
			features: { supportsAdaptationsWith },
		});
		putBase(emulator, {
			displayName: 'for the item',
			createdDateTime: inDays(-1),
			properties: kindsOf('Language', 'Acoustic'),
		});
		const pick = putBase(emulator, {
			displayName: 'for the kinds',
			createdDateTime: inDays(-90),
			properties: kindsOf('Acoustic', 'Pronunciation'),
		});
		const run = await select(
			{ locale: 'en-US', datasets: [{ id: pick.id, kind: 'Language' }] },
			{ datasetKindsFrom: 'chosen', datasetKinds },
		);
		expect(run.outputs[0][0].json).toMatchObject({
			baseModel: {
				id: pick.id,
				rejected: [{ reason: 'it cannot be trained with Pronunciation' }],
			},
		});
	});

	it('asks the service for the kinds of the data a model was trained with', async () => {
		putBase(emulator, { displayName: 'text only', createdDateTime: inDays(-1) });
		const pick = putBase(emulator, {
			displayName: 'audio too',
			createdDateTime: inDays(-90),
			properties: { features: { supportsAdaptationsWith: ['Language', 'Acoustic'] } },
		});
		const calls = emulator.put('datasets', {
			displayName: 'Calls',
			locale: 'en-US',
			kind: 'Acoustic',
		});
		const model = putModel(emulator, { baseId: pick.id, datasetIds: [calls.id] }, 20);
		const run = await select({ model: { id: model.id, locale: 'en-US', datasetIds: [calls.id] } });
		expect(run.outputs[0][0].json).toMatchObject({ baseModel: { id: pick.id } });
	});

	it('says which rules emptied the list and what to relax', async () => {
		putBase(emulator, { displayName: 'a', properties: trainableFor(10) });
		putBase(emulator, { displayName: 'b', properties: trainableFor(20) });
		putBase(emulator, { displayName: 'c', properties: { chargeForAdaptation: true } });
		const run = await select({ locale: 'en-US' }, { options: { charging: 'free' } });
		expect(run.error).toMatchObject({
			message:
				"None of the 3 base models for 'en-US' fits: 2 trainable for less than 30 days, 1 charged for training.",
			description: expect.stringMatching(
				/^Lower 'Minimum Training Time Left \(Days\)', or set 'Training Charge' to Any\. According to Microsoft, training is charged for every base model/,
			),
		});
	});

	it('says so when the service has no base model of the locale', async () => {
		const run = await select({ locale: 'xx-YY' });
		expect(run.error?.message).toBe("The service has no base model for the locale 'xx-YY'.");
	});

	it('takes a specific base model only when it fits', async () => {
		const good = putBase(emulator, { displayName: 'good' });
		const bad = putBase(emulator, { displayName: 'bad', properties: trainableFor(-1) });
		const pick = (value: string) => ({
			operation: 'specific',
			baseModelId: { __rl: true, mode: 'list', value },
		});
		const taken = await select({ locale: 'en-US' }, pick(good.id));
		expect(taken.outputs[0][0].json).toMatchObject({
			baseModel: { displayName: 'good', rejected: [] },
		});
		const refused = await select({ locale: 'en-US' }, pick(bad.id));
		expect(refused.error?.message).toMatch(
			/^Base model 'bad' does not fit: it could be trained only/,
		);
	});

	it.each([
		['', "'Locale' is empty."],
		['english', "'Locale' is not a locale: 'english'."],
	])('refuses the locale %p before any request', async (locale, message) => {
		const run = await select({ locale });
		expect(run.error?.message).toBe(message);
		expect(emulator.requests()).toEqual([]);
	});

	describe('with a base model that no endpoint can serve', () => {
		const whisper = (supportsEndpoints: unknown = false) =>
			putBase(emulator, {
				displayName: 'Whisper',
				createdDateTime: inDays(-1),
				properties: { features: { supportsAdaptationsWith: ['Acoustic'], supportsEndpoints } },
			});
		const usual = () =>
			putBase(emulator, {
				displayName: 'usual',
				properties: { features: { supportsAdaptationsWith: ['Acoustic', 'Language'] } },
			});
		const audio = { datasetKindsFrom: 'chosen', datasetKinds: ['Acoustic'] };
		const allowed = { options: { allowWithoutEndpoints: true } };
		const pickOf = (json: INodeExecutionData['json']) =>
			json.baseModel as INodeExecutionData['json'];

		it.each([
			['the kinds are known', audio],
			['no kinds are known', {}],
		])('passes it over with the reason when %s', async (_when, parameters) => {
			whisper();
			usual();
			const run = await select({ locale: 'en-US' }, parameters);
			expect(pickOf(run.outputs[0][0].json)).toMatchObject({
				displayName: 'usual',
				supportsEndpoints: true,
				rejected: [
					{ displayName: 'Whisper', reason: expect.stringMatching(/deployed to an endpoint/) },
				],
			});
		});

		it.each([[true], ['true']])('picks it for who allows it (%j), and says so', async (value) => {
			whisper();
			usual();
			const options = { allowWithoutEndpoints: value };
			const run = await select({ locale: 'en-US' }, { ...audio, options });
			expect(pickOf(run.outputs[0][0].json)).toMatchObject({
				displayName: 'Whisper',
				supportsEndpoints: false,
			});
			expect(run.outputs[0][0].json.summary).toContain('for batch transcription only');
			expect(run.hints.map(({ message }) => message).join()).toMatch(/deployed to an endpoint/);
		});

		it.each([null, 'false', 0])(
			'takes %j for no answer, which rules nothing out',
			async (value) => {
				whisper(value);
				const run = await select({ locale: 'en-US' }, audio);
				expect(pickOf(run.outputs[0][0].json)).toMatchObject({
					displayName: 'Whisper',
					supportsEndpoints: null,
				});
			},
		);

		it('says what to do when there is no other', async () => {
			whisper();
			const run = await select({ locale: 'en-US' }, audio);
			expect(run.error).toMatchObject({
				message: "None of the 1 base model for 'en-US' fits: 1 for batch transcription only.",
				description: expect.stringContaining("'Allow Base Models Without Endpoints'"),
			});
			const guessing = await select({ locale: 'en-US' }, allowed);
			expect(guessing.error).toMatchObject({
				message: "None of the 1 base model for 'en-US' fits: 1 that accept only audio.",
				description: expect.stringContaining("'Dataset Kinds' to Chosen Here"),
			});
		});

		it('refuses it when a person names it, unless they allow it', async () => {
			const { id } = whisper();
			const named = { operation: 'specific', baseModelId: byId(id) };
			const refused = await select({}, named);
			expect(refused.error).toMatchObject({
				message: expect.stringMatching(
					/^Base model 'Whisper' does not fit: .*deployed to an endpoint/,
				),
				description: expect.stringContaining("'Allow Base Models Without Endpoints'"),
			});
			const taken = await select({}, { ...named, ...allowed });
			expect(pickOf(taken.outputs[0][0].json)).toMatchObject({ displayName: 'Whisper' });
		});
	});

	it.each([
		['Allow Base Models Without Endpoints', { allowWithoutEndpoints: 'perhaps' }],
		['Allow Base Models Without Endpoints', { allowWithoutEndpoints: '={{ [1, 2] }}' }],
		['Training Charge', { charging: 'cheap' }],
		['Minimum Training Time Left (Days)', { minimumTrainingDays: 'long' }],
	])('refuses a %s that makes no sense (%j), without a request', async (label, options) => {
		const run = await select({ locale: 'en-US' }, { options });
		expect(run.error?.message).toContain(`'${label}'`);
		expect(emulator.requests()).toEqual([]);
	});

	it('says of an endpoint on a base model that there is nothing to train', async () => {
		const run = await select({
			model: null,
			endpoint: { displayName: 'Live', locale: 'en-US' },
			expiration: { servedBaseModelId: '1b2c3d4e-0000-4000-8000-000000000099' },
		});
		expect(run.error?.message).toBe(
			"Endpoint 'Live' uses a base model, so there is nothing to train.",
		);
		expect(emulator.requests()).toEqual([]);
	});

	it('asks only once for the base models of a locale, however many items there are', async () => {
		putBase(emulator, { displayName: 'one' });
		const items = Array.from({ length: 50 }, (_, number) => ({
			json: { number, locale: 'en-US' },
		}));
		const run = await select({}, {}, { items });
		expect(run.outputs[0]).toHaveLength(50);
		expect(emulator.requests()).toHaveLength(1);
	});
});
