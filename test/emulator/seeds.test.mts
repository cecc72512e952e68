import { trainingKinds } from '../../emulator/schemas/locales.mts';
import { startEmulator } from './client.mts';

const DAY = 86_400_000;

describe('seeds', () => {
	async function withEmulator(
		options: any,
		look: (emulator: import('./client.mts').Emulator) => void,
	) {
		const emulator = await startEmulator(options);
		try {
			look(emulator);
		} finally {
			await emulator.close();
		}
	}

	// One day in each quarter, and the days around a boundary: the seed must not age.
	it.each(['2026-01-15', '2026-01-16', '2026-05-05', '2027-08-20', '2029-10-15', '2029-10-16'])(
		'empty has, on %s, base models of every sort in four locales',
		async (day) => {
			await withEmulator({ seed: 'empty', now: `${day}T12:00:00Z` }, (emulator) => {
				const now = emulator.now().getTime();
				expect(emulator.list('models')).toEqual([]);
				for (const locale of ['en-US', 'en-GB', 'de-DE', 'ja-JP']) {
					const bases = emulator.list('baseModels').filter((one) => one.locale === locale);
					const until = (/** @type {any} */ one: any) =>
						Date.parse(one.properties.deprecationDates.adaptationDateTime);
					const trainable = bases
						.filter((one) => until(one) > now)
						.sort((one, other) => other.createdDateTime.localeCompare(one.createdDateTime));
					expect(trainable.length).toBeGreaterThanOrEqual(3);
					expect(bases.filter((one) => until(one) <= now).length).toBeGreaterThanOrEqual(2);
					expect(bases.some((one) => Number.isNaN(until(one)))).toBe(true);
					const [whisper, newest] = trainable;
					expect(whisper.properties.features).toMatchObject({
						supportsAdaptationsWith: ['Acoustic'],
						supportsEndpoints: false,
						supportedOutputFormats: ['Display'],
					});
					expect(newest.properties.features).toMatchObject({
						supportsAdaptationsWith: trainingKinds(locale),
						supportsEndpoints: true,
					});
					expect(
						trainable.some(
							(one) => !one.properties.features.supportsAdaptationsWith.includes('Acoustic'),
						),
					).toBe(true);
					const free = bases.filter((one) => !one.properties.chargeForAdaptation);
					expect(free.map((one) => until(one) <= now)).toEqual([true]);
					for (const one of bases) {
						expect(one.displayName.slice(0, 8)).toBe(
							one.createdDateTime.slice(0, 10).replaceAll('-', ''),
						);
					}
				}
			});
		},
	);

	it('demo tells of a model that expires in 20 days behind a live endpoint', async () => {
		await withEmulator({ seed: 'demo' }, (emulator) => {
			const retail = emulator.list('models').find((one) => one.displayName === 'Retail en-US');
			const end = Date.parse(retail?.properties.deprecationDates.transcriptionDateTime);
			expect(Math.round((end - emulator.now().getTime()) / DAY)).toBe(20);
			const live = emulator.list('endpoints').find((one) => one.displayName === 'Retail live');
			expect(live?.model.self).toBe(retail?.self);
			expect(emulator.list('datasets').map((one) => one.displayName)).toEqual([
				'Product names 2026',
				'Brand pronunciations',
			]);
			expect(emulator.state().endpoints.map((one) => one.fallsBackToBaseModel)).toEqual([
				false,
				false,
			]);
		});
	});

	it('bare has nothing', async () => {
		await withEmulator({ seed: 'bare' }, (emulator) => {
			expect(Object.values(emulator.state().counts)).toEqual([0, 0, 0, 0, 0, 0, 0, 0]);
		});
	});

	it('an object adds to empty, or to what it extends', async () => {
		const models = [{ displayName: 'Mine' }];
		await withEmulator({ seed: { models } }, (emulator) => {
			expect(emulator.state().counts).toMatchObject({ models: 1, baseModels: 36 });
		});
		await withEmulator({ seed: { extends: 'bare', models } }, (emulator) => {
			expect(emulator.state().counts).toMatchObject({ models: 1, baseModels: 0 });
		});
		await expect(startEmulator({ seed: { model: models } })).rejects.toThrow(/'model'/);
	});
});

describe('putting an entity', () => {
	/** @type {import('./client.mts').Emulator} */
	let emulator: import('./client.mts').Emulator;
	beforeAll(async () => {
		emulator = await startEmulator({ seed: 'bare', now: '2026-11-01T00:00:00Z', speed: 0 });
	});
	afterAll(() => emulator.close());

	it('fills in what is missing', () => {
		const model = emulator.put('models', {});
		expect(model).toMatchObject({
			status: 'Succeeded',
			locale: 'en-US',
			createdDateTime: '2026-11-01T00:00:00Z',
			properties: { deprecationDates: { transcriptionDateTime: '2029-01-15T00:00:00Z' } },
		});
		expect(model.self).toContain(model.id);
		expect(emulator.get('models', model.id)).toEqual(model);
	});

	it('takes references as bare ids, references, or entities', () => {
		const base = emulator.put('baseModels', {});
		const [one, two] = [emulator.put('datasets', {}), emulator.put('datasets', {})];
		const model = emulator.put('models', {
			baseModel: base.id,
			datasets: [one.id, { self: two.self }],
		});
		expect(model.baseModel.self).toBe(base.self);
		expect(model.datasets).toEqual([{ self: one.self }, { self: two.self }]);
		expect(emulator.put('endpoints', { model: base }).model.self).toBe(base.self);
	});

	it('takes dates, properties and failures as given', () => {
		const error = { code: 'X', message: 'y' };
		const lastActionDateTime = '2026-10-02T00:00:00Z';
		const given = {
			status: 'Failed',
			createdDateTime: '2026-10-01T00:00:00Z',
			lastActionDateTime,
			properties: { error },
		};
		expect(emulator.put('models', given)).toMatchObject({ ...given, lastActionDateTime });
		const base = {
			properties: {
				deprecationDates: null,
				chargeForAdaptation: false,
				features: { supportsEndpoints: null },
			},
		};
		const { properties } = emulator.put('baseModels', base);
		expect(properties).not.toHaveProperty('deprecationDates');
		expect(properties.chargeForAdaptation).toBe(false);
		expect(properties.features).not.toHaveProperty('supportsEndpoints');
		expect(properties.features).toHaveProperty('supportsAdaptationsWith');
	});

	it.each([
		['2023-09-30T23:59:59Z', false],
		['2023-10-01T00:00:00Z', true],
	])('takes a base model of %s to be charged for: %s', (createdDateTime, charged) => {
		const { properties } = emulator.put('baseModels', { createdDateTime });
		expect(properties.chargeForAdaptation).toBe(charged);
	});

	it('refuses a collection that does not exist, and removes what does', () => {
		expect(() => emulator.put('modells', {})).toThrow(/modells/);
		const { id } = emulator.put('models', {});
		expect(emulator.remove('models', id)).toBe(true);
		expect(emulator.get('models', id)).toBeUndefined();
	});
});
