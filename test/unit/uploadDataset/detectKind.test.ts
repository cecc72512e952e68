import { kindByName } from '../../../nodes/UploadDataset/check/detectKind';
import { inspect } from '../../../nodes/UploadDataset/check/inspect';
import { BOM, DETECT, sourceOf } from './sources';

describe('the kind of a text', () => {
	it.each<[string, string, string, string]>([
		['a.txt', 'hello there\n', 'Language', 'it is text with one sentence a line'],
		['a.txt', 'IEEE\ti triple e\n', 'Pronunciation', 'each line has exactly one tab'],
		['a.txt', 'IEEE\ti triple e\nno tab\n', 'Language', 'it is text with one sentence a line'],
		['pronunciation.txt', 'no tab\n', 'Pronunciation', 'its name says so'],
		['Pronunciations-en.tsv', 'x y\n', 'Pronunciation', 'its name says so'],
		['a.md', '# Section\n- hello\n', 'LanguageMarkdown', 'its name ends in .md'],
		['a.txt', '@ list pet =\n- cat\n', 'LanguageMarkdown', 'it has lists of structured text'],
		['a.md', '// rules\n\n# ITN\n\\d\n', 'OutputFormatting', "it has the section '# ITN'"],
		['a.txt', '#rewrite\na\tb\n', 'OutputFormatting', "it has the section '#rewrite'"],
		['a.md', '@ list x =\n- a\n#test\n- b', 'LanguageMarkdown', 'it has lists of structured text'],
	])('%s holding %j is %s', async (name, content, kind, why) => {
		for (const text of [content, BOM + content]) {
			expect(await inspect(sourceOf(name, text), DETECT)).toMatchObject({ kind, why });
		}
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
	])('called %s is %s', (name, kind) => expect(kindByName(name)?.kind).toBe(kind));
});
