import { startEmulator } from './client.mts';

const BOM = '\ufeff';

describe('text, examined by the published rules', () => {
	/** @type {import('./client.mts').Emulator} */
	let emulator: import('./client.mts').Emulator;
	beforeAll(async () => {
		const limits = {
			bytes: { Pronunciation: 64 },
			lists: 2,
			itemsPerList: 3,
			pronunciations: 4,
			rules: { itn: 2, rewrite: 2, profanity: 2 },
		};
		emulator = await startEmulator({ seed: 'bare', limits });
	});
	afterAll(() => emulator.close());

	/**
	 * @param locale the rules of English and Japanese have tests of their own
	 */
	async function import_(kind: string, content: string | Buffer, locale: string = 'fr-FR') {
		const { id } = emulator.put('datasets', { kind, locale });
		await emulator.putContent(id, content);
		const { status, properties } = emulator.get('datasets', id) as any;
		const { acceptedLineCount: accepted, rejectedLineCount: rejected, error } = properties;
		return { status, accepted, rejected, error };
	}

	/** @type {[string, string][]} */
	const oneGoodLine: [string, string][] = [
		['Language', 'one sentence'],
		['Pronunciation', 'CNTK\tc n t k'],
		['LanguageMarkdown', '# Some\n- one sentence'],
		['OutputFormatting', '# itn\ncat-\\d'],
	];

	it.each(oneGoodLine)('%s with a byte-order mark is taken', async (kind, text) => {
		const found = await import_(kind, BOM + text);
		expect(found).toEqual({ status: 'Succeeded', accepted: 1, rejected: 0, error: undefined });
	});

	it.each(oneGoodLine.filter(([kind]) => kind !== 'LanguageMarkdown'))(
		'%s without one fails',
		async (kind, text) => {
			const { status, accepted, error } = await import_(kind, text);
			expect([status, accepted]).toEqual(['Failed', 0]);
			expect(error).toEqual({
				code: 'NoUtf8WithBom',
				message: expect.stringMatching(/byte-order mark/),
			});
		},
	);

	it('structured text without one is taken, as the published sample has none, or not, or all is', async () => {
		const status = async (/** @type {[string, string]} */ [kind, text]: [string, string]) =>
			(await import_(kind, text)).status;
		const all = async () => Promise.all(oneGoodLine.map(status));
		expect(await status(oneGoodLine[2])).toBe('Succeeded');
		emulator.setQuirks({ withoutBom: 'refused' });
		expect(new Set(await all())).toEqual(new Set(['Failed']));
		emulator.setQuirks({ withoutBom: 'taken' });
		expect(new Set(await all())).toEqual(new Set(['Succeeded']));
		emulator.setQuirks({ withoutBom: 'asInSamples' });
	});

	it.each([
		['other than UTF-8', Buffer.from([0xef, 0xbb, 0xbf, 0x61, 0x0a, 0xe4, 0x0a]), /line 1/],
		['UTF-16', Buffer.from(`${BOM}one`, 'utf16le'), /byte-order mark/],
		['empty', Buffer.alloc(0), /empty/],
		['nothing but blank lines', `${BOM}\n \r\n`, /no line/],
		['a byte-order mark alone', BOM, /no line/],
	])('a content that is %s fails', async (_what, content, text) => {
		const { status, error } = await import_('Language', content);
		expect(status).toBe('Failed');
		expect(error.message).toMatch(text);
	});

	it('more bytes than a kind may have fail', async () => {
		const { status, error } = await import_('Pronunciation', BOM + 'A\ta\n'.repeat(20));
		expect(status).toBe('Failed');
		expect(error.message).toMatch('the most is 64');
	});

	it('lines that came in pieces are whole again, whatever ends them', async () => {
		const long = Array.from({ length: 40_000 }, (_, index) => `word${index}`).join(' ');
		const found = await import_('Language', `${BOM}äöü\r\n${long}\n\nlast`);
		expect(found).toMatchObject({ status: 'Succeeded', accepted: 3, rejected: 0 });
	});

	it.each([
		['a control character', 'one\u0007two'],
		['a mark of unreadable bytes', 'caf\ufffd'],
		['a URI', 'see https://example.org/page for more'],
		['a URI without a scheme', 'see www.example.org for more'],
		['a URI of another scheme', 'write to sip+tls://example.org'],
		['a letter four times', 'well yeaaaah'],
		['a word four times', 'yeah yeah Yeah, yeah'],
		['a group of words four times', "so that's it that's it that's it that's it"],
	])('a sentence with %s is rejected', async (_what, line) => {
		const found = await import_('Language', `${BOM}good\n${line}\n`);
		expect(found).toMatchObject({ status: 'Succeeded', accepted: 1, rejected: 1 });
	});

	it.each([
		['a tab', 'one\ttwo'],
		['a word three times', 'bang bang bang'],
		['a long number', '1000000 times'],
		['another script', '猫がいます'],
		['words that only begin alike', 'हा हि हु हे'],
		['an abbreviation', 'the address begins with www. and a name'],
		['many words', 'one two three '.repeat(2)],
	])('a sentence with %s is taken', async (_what, line) => {
		expect(await import_('Language', BOM + line)).toMatchObject({ accepted: 1, rejected: 0 });
	});

	it('only repetitions fail no dataset, since they only might be dropped', async () => {
		const found = await import_('Language', `${BOM}no no no no\nyes yes yes yes`);
		expect(found).toMatchObject({ status: 'Succeeded', accepted: 0, rejected: 2 });
	});

	it('repetitions are kept when told so', async () => {
		emulator.setQuirks({ repetitions: 'kept' });
		expect(await import_('Language', `${BOM}no no no no`)).toMatchObject({ accepted: 1 });
		emulator.setQuirks({ repetitions: 'dropped' });
	});

	it.each([
		['no tab', 'IEEE i triple e'],
		['two tabs', 'IEEE\ti\ttriple'],
		['nothing after the tab', 'IEEE\t '],
		['nothing before the tab', '\ti triple e'],
		['a tab at the end', 'IEEE\ti triple e\t'],
		['blanks for the tab', 'IEEE    i triple e'],
		['the mark ~ in the displayed form', 'C~3\tc three'],
		['the mark ^ in the displayed form', 'C^3\tc three'],
	])('a pronunciation with %s is rejected', async (_what, line) => {
		const found = await import_('Pronunciation', `${BOM}CNTK\tc n t k\n${line}\n`);
		expect(found).toMatchObject({ status: 'Succeeded', accepted: 1, rejected: 1 });
	});

	it('a dataset all of whose lines were rejected fails, and says why', async () => {
		const { status, accepted, rejected, error } = await import_('Pronunciation', `${BOM}a\nb\n`);
		expect([status, accepted, rejected]).toEqual(['Failed', 0, 2]);
		expect(error.message).toMatch(/All 2 lines were rejected; the first: It has 0 tabs/);
	});

	it('structured text counts items, pronunciations and sentences, and no headings or comments', async () => {
		const text = `// about food
@ list food =
- pizza
- ice cream

@ speech:phoneticlexicon
- cat/k ae t

# Some_Sentences1
- I like {@food} and {@pet}
- no list at all

@ list pet =
- cat
`;
		const found = await import_('LanguageMarkdown', BOM + text);
		expect(found).toEqual({ status: 'Succeeded', accepted: 6, rejected: 0, error: undefined });
	});

	it.each([
		['a list that is not there', '# A\n- good\n- I like {@drink}'],
		['no section', '- lost\n# A\n- good'],
		['neither heading nor item', '# A\n- good\nlost\n- good too'],
		['a heading with other characters', '# A bad one\n- good'],
		['an empty item', '# A\n- good\n-'],
		['a URI', '# A\n- good\n- go to http://example.org'],
		['a repetition', '# A\n- good\n- no no no no'],
		['a control character', '# A\n- good\n- go\u0007od'],
		['pronunciations with two slashes', '@ speech:phoneticlexicon\n- cat/k/ae t\n- cat/k ae t'],
		['phones without a word', '@ speech:phoneticlexicon\n- /k ae t\n- cat/k ae t'],
		['a third pronunciation', '@ speech:phoneticlexicon\n- a/x\n- a/y\n- a/z'],
	])('structured text has a line rejected for %s', async (_what, text) => {
		const { status, rejected } = await import_('LanguageMarkdown', BOM + text);
		expect([status, rejected]).toEqual(['Succeeded', 1]);
	});

	it('structured text takes in a list what it does not take in a sentence', async () => {
		const text = '@ list site =\n- www.example.org\n- no no no no\n# A\n- go to {@site}';
		expect(await import_('LanguageMarkdown', BOM + text)).toMatchObject({
			accepted: 3,
			rejected: 0,
		});
	});

	it.each([
		['lists', '@ list a =\n- x\n@ list b =\n- x\n@ list c =\n- x', /more than 2 lists/],
		['items', '@ list a =\n- 1\n- 2\n- 3\n- 4', /more than 3 items in list 'a'/],
		['items in two parts of a list', '@ list a =\n- 1\n- 2\n@ list a =\n- 3\n- 4', /more than 3/],
		['pronunciations', `@ speech:phoneticlexicon\n${'- a/b\n'.repeat(5)}`, /more than 4/],
	])('structured text with too many %s fails', async (_what, text, message) => {
		const { status, error } = await import_('LanguageMarkdown', BOM + text);
		expect(status).toBe('Failed');
		expect(error.message).toMatch(message);
	});

	it('display rules are judged section by section', async () => {
		const text = `// rules
# itn
cat-\\d
#rewrite
end to end\tE2E
no tab here
#profanity
masked word
mask, this
#test
one cat nine\tone cat-9
one cat nine
#other
lost
`;
		const found = await import_('OutputFormatting', BOM + text);
		expect(found).toMatchObject({ status: 'Succeeded', accepted: 4, rejected: 5 });
	});

	it.each([
		['itn', 'a'],
		['rewrite', 'a\tb'],
		['profanity', 'a'],
	])('display rules with too many lines under #%s fail', async (section, line) => {
		const good = await import_('OutputFormatting', `${BOM}#${section}\n${`${line}\n`.repeat(2)}`);
		expect(good.status).toBe('Succeeded');
		const bad = await import_('OutputFormatting', `${BOM}#${section}\n${`${line}\n`.repeat(3)}`);
		expect(bad.error.message).toMatch(`more than 2 lines under '#${section}'`);
	});
});
