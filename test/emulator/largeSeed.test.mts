import { resources } from '../../emulator/resources/resources.mts';
import { locales, trainingKinds } from '../../emulator/schemas/locales.mts';
import { call, startEmulator } from './client.mts';

export type Entity = Record<string, any>;

describe('the large seed', () => {
	/** @type {import('./client.mts').Emulator} */
	let emulator: import('./client.mts').Emulator;
	/** @type {number} */
	let now: number;
	/** @type {Entity[]} */
	let bases: Entity[];
	beforeAll(async () => {
		emulator = await startEmulator({ seed: 'large', now: '2026-11-28T00:00:00Z', speed: 0 });
		now = emulator.now().getTime();
		bases = emulator.list('baseModels');
	});
	afterAll(() => emulator.close());

	/** @param {Entity} base */
	const isTrainable = ({ properties }: Entity) =>
		Date.parse(properties.deprecationDates.adaptationDateTime) > now;
	/** @param {string} locale */
	const of = (locale: string) => bases.filter((one) => one.locale === locale);
	/** @param {Entity[]} list */
	const namesOf = (list: Entity[]) => list.map(({ displayName }) => displayName);

	/** @param {string} path */
	async function readAll(path: string) {
		/** @type {Entity[][]} */
		const pages: Entity[][] = [];
		/** @type {Record<string, any> | undefined} */
		let query: Record<string, any> | undefined = {};
		while (query) {
			const { body } = await call(emulator, 'GET', path, { query });
			pages.push(body.values);
			query =
				body['@nextLink'] && Object.fromEntries(new URL(body['@nextLink']).searchParams.entries());
		}
		return pages;
	}

	it('has several base models in every locale, over years', () => {
		expect(new Set(bases.map(({ locale }) => locale))).toEqual(new Set(locales));
		expect(Math.min(...locales.map((locale) => of(locale).length))).toBeGreaterThanOrEqual(4);
		const years = bases.map(({ createdDateTime }) => createdDateTime.slice(0, 4));
		expect([...new Set(years)]).toEqual(['2021', '2022', '2023', '2024', '2025', '2026']);
	});

	it('lists them oldest first, so that nothing on the first seven pages can be used', async () => {
		const pages = await readAll('/models/base');
		const usable = (/** @type {Entity} */ one: Entity) =>
			isTrainable(one) && one.properties.features.supportsEndpoints;
		expect(pages.length).toBeGreaterThan(8);
		expect(pages.slice(0, -1).every(({ length }) => length === 100)).toBe(true);
		const dates = pages.flat().map(({ createdDateTime }) => createdDateTime);
		expect(dates).toEqual([...dates].sort());
		expect(pages.slice(0, 7).flat().some(usable)).toBe(false);
		expect(pages.at(-1)?.some(usable)).toBe(true);
	});

	it('has both Whisper bases everywhere, neither of them for an endpoint', () => {
		for (const locale of locales) {
			const [preview, large] = of(locale).filter((one) => /Whisper/.test(one.displayName));
			expect([preview.displayName, large.displayName]).toEqual([
				'20230707 Whisper Preview',
				'20240228 Whisper Large V2',
			]);
			expect(preview.properties.features.supportsAdaptationsWith).toEqual([]);
			expect(isTrainable(preview)).toBe(false);
			expect(large.properties).toMatchObject({
				chargeForAdaptation: true,
				features: {
					supportsAdaptationsWith: ['Acoustic'],
					supportedOutputFormats: ['Display'],
				},
			});
			for (const { properties } of [preview, large]) {
				expect(properties.features.supportsEndpoints).toBe(false);
			}
		}
	});

	it('has Whisper as the newest in small locales, and newer ones in en-US', () => {
		for (const locale of locales.filter((name) => trainingKinds(name).length === 1)) {
			expect(namesOf(of(locale)).at(-1)).toBe('20240228 Whisper Large V2');
		}
		const names = namesOf(of('en-US'));
		expect(names.indexOf('20241218')).toBeGreaterThan(names.indexOf('20240228 Whisper Large V2'));
		expect(of('en-US').filter(isTrainable).length).toBeGreaterThan(1);
	});

	it('has no base model that can be trained free of charge', () => {
		const free = bases.filter(({ properties }) => !properties.chargeForAdaptation);
		expect(free.length).toBeGreaterThan(100);
		expect(free.filter(isTrainable)).toEqual([]);
	});

	it('has so much of its own that lists have pages, in every state, with and without a project', async () => {
		for (const name of ['datasets', 'models', 'evaluations']) {
			const all = (await readAll(`/${name}`)).flat();
			expect([name, all.length > 100]).toEqual([name, true]);
			expect(new Set(all.map(({ status }) => status))).toEqual(
				new Set(['NotStarted', 'Running', 'Succeeded', 'Failed']),
			);
			expect(new Set(all.map(({ project }) => project === undefined)).size).toBe(2);
		}
	});

	it('has only what the service would have let be made', () => {
		const byId = new Map(
			['baseModels', 'models', 'datasets', 'endpoints', 'evaluations'].flatMap((name) =>
				emulator.list(name).map((one) => [one.self, one as Entity]),
			),
		);
		for (const { locale, baseModel, datasets } of emulator.list('models')) {
			const base = byId.get(baseModel.self) as Entity;
			expect(base.locale).toBe(locale);
			const kinds = datasets.map((/** @type {any} */ { self }: any) => byId.get(self)?.kind);
			expect(kinds.includes('Pronunciation') && kinds.includes('LanguageMarkdown')).toBe(false);
		}
		for (const { model, locale } of emulator.list('endpoints')) {
			const served = byId.get(model.self) as Entity;
			expect([served.locale, served.properties.features.supportsEndpoints]).toEqual([locale, true]);
		}
		for (const { dataset, status } of emulator.list('evaluations')) {
			expect([status, byId.get(dataset.self)?.kind]).toEqual([status, 'Acoustic']);
		}
		const served = emulator.list('endpoints').map(({ model }) => model.self.includes('/base/'));
		expect(new Set(served)).toEqual(new Set([true, false]));
	});

	it.each(['baseModels', 'models', 'evaluations'] as const)(
		'shows each of the %s once while all pages are read',
		async (name) => {
			const resource = resources[name];
			const view = jest.spyOn(resource, 'view');
			await readAll(resource.path);
			expect(view).toHaveBeenCalledTimes(emulator.list(name).length);
			view.mockClear();
			const query = { filter: "locale eq 'en-US'" };
			const { body } = await call(emulator, 'GET', resource.path, { query });
			expect(view).toHaveBeenCalledTimes(body.values.length);
			view.mockRestore();
		},
	);

	it('can be built upon, and asked for by name', async () => {
		const models = [{ displayName: 'Mine' }];
		const more = await startEmulator({ seed: { extends: 'large', models } });
		expect(more.list('models').at(-1)?.displayName).toBe('Mine');
		expect(more.state().counts.baseModels).toBe(bases.length);
		await more.close();
	});
});
