import { call, ref, refusal, startEmulator } from './client.mts';
import data from '../../emulator/data/locales.json' with { type: 'json' };

const { about, locales } = data;

/** @type {Record<string, string[]>} */
const kindsOf: Record<string, string[]> = locales;

describe('locales', () => {
	/** @type {import('./client.mts').Emulator} */
	let emulator: import('./client.mts').Emulator;
	beforeAll(async () => {
		emulator = await startEmulator({ seed: 'bare' });
	});
	afterAll(() => emulator.close());

	it('come from one file that names its source', () => {
		expect(about).toMatch(/language support page/);
		expect(Object.keys(kindsOf).length).toBeGreaterThan(140);
	});

	it.each(['models', 'endpoints', 'evaluations', 'projects'])(
		'of %s are all there are',
		async (group) => {
			const { body } = await call(emulator, 'GET', `/${group}/locales`);
			expect(body).toEqual(Object.keys(kindsOf));
		},
	);

	it('of datasets are told by kind: those to train with, and for audio, which is tested on too, all', async () => {
		const { body } = await call(emulator, 'GET', '/datasets/locales');
		const all = Object.keys(kindsOf);
		for (const kind of ['Language', 'LanguageMarkdown', 'Pronunciation', 'OutputFormatting']) {
			expect([kind, body[kind]]).toEqual([kind, all.filter((one) => kindsOf[one].includes(kind))]);
			expect(body[kind].length).toBeGreaterThan(0);
		}
		expect(body.Acoustic).toEqual(all);
		expect(body.AudioFiles).toEqual(all);
	});

	it.each(['en-US', 'de-DE', 'ja-JP', 'af-ZA', 'as-IN'])(
		'decide what a base model of %s can be trained with',
		(locale) => {
			const { properties } = emulator.put('baseModels', { locale });
			expect([...properties.features.supportsAdaptationsWith].sort()).toEqual(kindsOf[locale]);
		},
	);

	it.each([
		['AudioFiles', 'de-DE', '201'],
		['AudioFiles', 'af-ZA', '201'],
		['Acoustic', 'af-ZA', '201'],
		['Language', 'af-ZA', '201'],
		['Pronunciation', 'af-ZA', '400 InvalidRequest InvalidLocale'],
		['OutputFormatting', 'ar-EG', '400 InvalidRequest InvalidLocale'],
		['Language', 'as-IN', '400 InvalidRequest InvalidLocale'],
		['Language', 'en-ZZ', '400 InvalidRequest InvalidLocale'],
	])('a dataset of kind %s in %s: %s', async (kind, locale, expected) => {
		const contentUrl = 'https://storage.example/data';
		const body = { displayName: 'D', locale, kind, contentUrl };
		expect(refusal(await call(emulator, 'POST', '/datasets', { body }))).toBe(expected);
	});

	it.each([
		['en-GB', '201'],
		['de-DE', '400 InvalidRequest InvalidAdaptationMapping'],
	])('audio alone can be trained with in %s: %s', async (locale, expected) => {
		const base = emulator.put('baseModels', { locale });
		const audio = emulator.put('datasets', { locale, kind: 'AudioFiles' });
		const body = { displayName: 'M', locale, baseModel: ref(base), datasets: [ref(audio)] };
		expect(refusal(await call(emulator, 'POST', '/models', { body }))).toBe(expected);
	});
});
