import { transcribedAudio } from './archives.mts';
import { startEmulator, type Emulator } from './client.mts';
import { examined, reasonsOf } from './examined.mts';

const BOM = '\ufeff';
const long = 'これは'.repeat(31);
/** So many characters of which none repeats. */
const signs = (count: number, first: number = 0x4e00) =>
	Array.from({ length: count }, (_, index) => String.fromCodePoint(first + index)).join('');

describe('the rules of a locale', () => {
	let emulator: Emulator;
	beforeAll(async () => {
		emulator = await startEmulator({ seed: 'bare' });
	});
	afterEach(() => {
		emulator.setQuirks({
			discardedRows: 'inTraining',
			repetitions: 'dropped',
			withoutBom: 'asInSamples',
		});
	});
	afterAll(() => emulator.close());

	/** What becomes of a line, beside another that is good. */
	async function taken(where: 'Language' | 'transcripts', locale: string, line: string) {
		const found =
			where === 'Language'
				? await examined(emulator, where, `${BOM}good\n${line}\n`, locale)
				: await examined(
						emulator,
						'Acoustic',
						transcribedAudio({ 'a.wav': 'good', 'b.wav': line }),
						locale,
					);
		const [accepted = 0, rejected = 0] = found.lines;
		expect(accepted + rejected).toBe(2);
		return rejected === 0;
	}

	const discarded: ['Language' | 'transcripts', string, string, string][] = [
		['Language', 'ja-JP', 'a sentence of more than 90 characters', long],
		['transcripts', 'ja-JP', 'a sentence of more than 90 characters', long],
		['transcripts', 'ja-JP', 'a long sentence after a short one', `短い。${long}`],
		['Language', 'ja-JP', '91 characters outside the first plane', signs(91, 0x20000)],
		...Array.from('¢¤¥¦§©ª¬®°±²µ×ÿØ').map(
			(sign) =>
				['transcripts', 'de-DE', `the character ${sign}`, `hier ${sign} dort`] as [
					'transcripts',
					string,
					string,
					string,
				],
		),
		['transcripts', 'de-AT', 'the character §', 'nach § fünf'],
	];

	it.each(discarded)('%s of %s with %s is discarded at the import or later', async (...row) => {
		const [where, locale, , line] = row;
		expect(await taken(where, locale, line)).toBe(true);
		emulator.setQuirks({ discardedRows: 'atImport' });
		expect(await taken(where, locale, line)).toBe(false);
	});

	it.each([
		['Language', 'ja-JP', '90 characters', signs(90)],
		['Language', 'ja-JP', '90 characters outside the first plane', signs(90, 0x20000)],
		[
			'Language',
			'ja-JP',
			'short sentences in a long line',
			'これは文です。それも。'.repeat(3) + signs(80),
		],
		['transcripts', 'ja-JP', 'short sentences in a long line', 'これは何？'.repeat(30)],
		['Language', 'ko-KR', 'a long line', long],
		['Language', 'fr-FR', 'a long line', 'un deux trois '.repeat(2) + long],
		['Language', 'de-DE', 'the character §', 'nach § fünf'],
		['transcripts', 'fr-FR', 'the character §', 'selon § cinq'],
		['transcripts', 'de-DE', 'umlauts, ß, € and quotes', 'Größe „für“ fünf €'],
		['transcripts', 'en-US', 'signs outside ASCII', '“John’s” day — 5 €'],
		['Language', 'en-US', 'signs above U+00A1', 'John’s “day” — great'],
		['transcripts', 'zh-CN', 'half-width punctuation', '需要什么帮助?'],
		['transcripts', 'zh-TW', 'half-width punctuation', '需要,幫助'],
		['transcripts', 'en-US', 'a URI', 'see https://example.org/page'],
		['transcripts', 'de-DE', 'a repetition', 'ja ja ja ja'],
		['transcripts', 'eng', 'a locale that only begins alike', 'no no no no'],
	] as ['Language' | 'transcripts', string, string, string][])(
		'%s of %s with %s is taken under every quirk',
		async (where, locale, _what, line) => {
			expect(await taken(where, locale, line)).toBe(true);
			emulator.setQuirks({ discardedRows: 'atImport' });
			expect(await taken(where, locale, line)).toBe(true);
		},
	);

	it.each(['en-US', 'en-GB', 'EN-us'])(
		'transcripts of %s may be dropped for repetitions',
		async (locale) => {
			expect(await taken('transcripts', locale, 'yeah yeah yeah yeah')).toBe(false);
			emulator.setQuirks({ repetitions: 'kept' });
			expect(await taken('transcripts', locale, 'yeah yeah yeah yeah')).toBe(true);
		},
	);

	it('a discarded line says why', async () => {
		emulator.setQuirks({ discardedRows: 'atImport' });
		const content = transcribedAudio({ 'a.wav': 'gut', 'b.wav': 'nach § fünf' });
		const { id } = await examined(emulator, 'Acoustic', content, 'de-DE');
		expect(await reasonsOf(emulator, id)).toEqual(["b.wav: It contains the character '§'."]);
	});

	const unmarked = transcribedAudio({ 'a.wav': 'good' }, { mark: '' });
	it.each([
		'en-US',
		'en-GB',
		'zh-CN',
		'zh-TW',
		'zh-CN-sichuan',
		'es-ES',
		'de-DE',
		'zh-HK',
		'ja-JP',
	])('transcripts of %s need no byte-order mark', async (locale) => {
		for (const withoutBom of ['asInSamples', 'taken'] as const) {
			emulator.setQuirks({ withoutBom });
			expect(await examined(emulator, 'Acoustic', unmarked, locale)).toMatchObject({
				lines: [1, 0],
			});
		}
		emulator.setQuirks({ withoutBom: 'refused' });
		const { status } = await examined(emulator, 'Acoustic', unmarked, locale);
		expect(status).toBe(/^en|^zh-(CN|TW)/.test(locale) ? 'Succeeded' : 'Failed');
	});
});
