import { kindByName } from '../../../nodes/UploadDataset/check/detectKind';
import { inspect } from '../../../nodes/UploadDataset/check/inspect';
import { BOM, DETECT, sourceOf } from './sources';

const SPELLED = 'the second half of each line spells out the first';

describe('the kind of a text', () => {
	it.each<[string, string, string, string]>([
		['a.txt', 'hello there\n', 'Language', 'it is text with one sentence per line'],
		['a.txt', 'IEEE\ti triple e\n', 'Pronunciation', SPELLED],
		['a.txt', 'IEEE\ti triple e\nno tab\n', 'Language', 'it is text with one sentence per line'],
		['pronunciation.txt', 'no tab\n', 'Pronunciation', 'its name says so'],
		['Pronunciations-en.tsv', 'x y\n', 'Pronunciation', 'its name says so'],
		['a.md', '# Section\n- hello\n', 'LanguageMarkdown', 'its name ends in .md'],
		['a.txt', '@ list pet =\n- cat\n', 'LanguageMarkdown', 'it has structured text lists'],
		['a.md', '// rules\n\n# ITN\n\\d\n', 'OutputFormatting', "it has the section '# ITN'"],
		['a.txt', '#rewrite\na\tb\n', 'OutputFormatting', "it has the section '#rewrite'"],
		['a.md', '@ list x =\n- a\n#test\n- b', 'LanguageMarkdown', 'it has structured text lists'],
	])('%s holding %j is %s', async (name, content, kind, why) => {
		for (const text of [content, BOM + content]) {
			expect(await inspect(sourceOf(name, text), DETECT)).toMatchObject({ kind, why });
		}
	});

	it.each<[string, string]>([
		['a.txt', '3CPO\tthree c p o\nCNTK\tc n t k'],
		['a.txt', 'Xbox\tX box\nIEEE\ti triple e'],
		['a.tsv', 'H2O\th two o'],
		['a.txt', 'IEEE    i triple e\nCNTK    c n t k'],
		['a.txt', 'IEEE i triple e\nCNTK c n t k'],
		['pronunciation.txt', 'hello\tbonjour'],
	])('%s holding %j shows signs of pronunciations', async (name, content) => {
		const found = await inspect(sourceOf(name, content), DETECT);
		expect(found).toMatchObject({ kind: 'Pronunciation', isKindOpen: false });
		const hasTab = content.includes('\t');
		expect(found.report.findings.count).toBe(hasTab ? 0 : 1);
	});

	it.each<[string, string, RegExp]>([
		['glossary.txt', 'hello\tbonjour\ngood bye\tau revoir', /columns separated by tabs/],
		['terms.tsv', 'API\tapplication programming interface', /columns separated by tabs/],
		['table.tsv', 'a\tb\tc\nd\te\tf', /columns separated by tabs/],
		['words.txt', 'hello    bonjour\ngood bye    au revoir', /two columns separated by spaces/],
		['sentences.csv', 'hello there, you\nhow are you', /name is the name of a table/],
		['trans.txt', 'one.wav\tthe first\ntwo.wav\tthe second', /are transcripts/],
		['a.txt', 'call 7.MP3\tthe first\n"x.flac"\tthe second', /are transcripts/],
		['a.srt', '1\n00:00:01,000 --> 00:00:02,000\nHello', /subtitle/],
	])('%s holding %j is asked for', async (name, content, doubt) => {
		for (const text of [content, BOM + content]) {
			const found = await inspect(sourceOf(name, text), DETECT);
			expect(found).toMatchObject({ isKindOpen: true, doubt: expect.stringMatching(doubt) });
			const chosen = await inspect(sourceOf(name, text), { ...DETECT, kind: 'Language' });
			expect(chosen).toMatchObject({ isKindOpen: false, doubt: null });
		}
	});

	it.each<[string, string]>([
		['a.txt', 'Hello there.  How are you?'],
		['a.txt', 'one\ttab among\nmany lines\nof sentences'],
		['a.txt', 'one'],
	])('%s holding %j is text like any other', async (name, content) => {
		const found = await inspect(sourceOf(name, content), DETECT);
		expect(found).toMatchObject({ kind: 'Language', isKindOpen: false });
	});

	it('is told from whole lines, wherever the first piece of a long file ends', async () => {
		for (const more of ['', 'x', 'xx', 'xxx']) {
			const content = `IEEE${more}\ti triple e\n`.repeat(5_000);
			const { kind } = await inspect(sourceOf('a.txt', content), DETECT);
			expect(kind).toBe('Pronunciation');
		}
	});

	it('is what the person says', async () => {
		const rules = { ...DETECT, kind: 'LanguageMarkdown' as const };
		const { kind } = await inspect(sourceOf('pronunciation.txt', '# S\n- a'), rules);
		expect(kind).toBe('LanguageMarkdown');
	});
});

describe('the kind of what is behind a URL', () => {
	it.each<[string, string | undefined]>([
		['words.txt', 'Language'],
		['Pronunciation.txt', 'Pronunciation'],
		['audio-and-trans.zip', 'Acoustic'],
		['audio-only.zip', 'AudioFiles'],
		['structured-text.md', 'LanguageMarkdown'],
		['display-format.md', 'OutputFormatting'],
		['data.zip', undefined],
		['notes.md', undefined],
		['data', undefined],
	])('called %s is %s', (name, kind) => {
		expect(kindByName(name)?.kind).toBe(kind);
	});
});
