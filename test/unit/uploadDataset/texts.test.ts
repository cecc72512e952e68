import type { DatasetKind } from '../../../nodes/shared/speech/entities';
import { inspect } from '../../../nodes/UploadDataset/check/inspect';
import { digestOf } from '../../../nodes/UploadDataset/check/zip/transcript';
import { BOM, DETECT, sourceOf, told } from './sources';
import { defined } from '../../support/defined';

const lines = (count: number, text: string) => `${text}\n`.repeat(count);
const numbered = (count: number, of: (number: number) => string) =>
	Array.from({ length: count }, (_, index) => of(index + 1)).join('\n');

type Case = [what: string, kind: DatasetKind, content: string | Buffer, finding: string];

/** Files that are stopped, each with its first finding. */
const BAD: Case[] = [
	['no text at all', 'Language', `${BOM}\n \t\r\n\n`, 'The file contains no text.'],
	['nothing', 'Language', '', 'The file is empty.'],
	['UTF-16', 'Language', Buffer.from('\ufeffhello', 'utf16le'), 'line 1: The file is UTF-16.'],
	[
		'UTF-16 without a mark',
		'Language',
		Buffer.from('hello world\n', 'utf16le'),
		'line 1: The file is UTF-16.',
	],
	[
		'bytes that are no UTF-8',
		'Language',
		Buffer.concat([Buffer.from('good\ncaf'), Buffer.from([0xe9]), Buffer.from('\n')]),
		'line 2: The line is not UTF-8 but looks like Windows-1252.',
	],
	[
		'a control character',
		'Language',
		'one\ntwo\nth\u0007ree',
		'line 3: The line contains the control character U+0007.',
	],
	[
		'old line ends',
		'Language',
		'one\rtwo\rthree',
		'line 1: The line contains a carriage return without a line feed.',
	],
	[
		'a picture',
		'Language',
		Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex'),
		'The file is a picture (PNG).',
	],
	[
		'bytes of no kind',
		'Language',
		Buffer.from('00010203040506070001', 'hex'),
		'The file is neither text nor a zip archive.',
	],
	[
		'an archive',
		'Language',
		Buffer.from('504b0304140000000000', 'hex'),
		'The file is a zip archive, but its data type needs a text file.',
	],
	['a text for an archive', 'Acoustic', 'audio.wav\thello', 'The file is not a zip archive.'],
	[
		'a pronunciation without tab',
		'Pronunciation',
		'3CPO three c p o',
		'line 1: The line has no tab.',
	],
	[
		'a pronunciation with two tabs',
		'Pronunciation',
		'3CPO\tthree c p o\nA\tB\tC',
		'line 2: The line has 2 tabs instead of one.',
	],
	[
		'a pronunciation without spoken form',
		'Pronunciation',
		'3CPO\t ',
		'line 1: The line has no spoken form after the tab.',
	],
	[
		'a pronunciation without displayed form',
		'Pronunciation',
		'\tthree c p o',
		'line 1: The line has no displayed form before the tab.',
	],
	[
		'a forbidden mark',
		'Pronunciation',
		'IEEE\ti triple e\nC^3\tc three',
		"line 2: The displayed form contains the character '^', which is not allowed.",
	],
	[
		'too many pronunciations',
		'Pronunciation',
		lines(60_000, 'ABCDEFGHI\ta b c d'),
		'The file has 1,080,000 bytes, but at most 1,048,576 bytes (1 MiB) are allowed.',
	],
	[
		'too many lists',
		'LanguageMarkdown',
		numbered(21, (number) => `@ list l${number} =\n- item`),
		"line 41: The file has more than 20 lists, starting with 'l21'.",
	],
	[
		'too many items in a list',
		'LanguageMarkdown',
		`@ list city =\n${lines(35_001, '- Rome')}`,
		"line 35002: The list 'city' has more than 35,000 items.",
	],
	[
		'too many phonetic pronunciations',
		'LanguageMarkdown',
		`@ speech:phoneticlexicon\n${numbered(15_001, (number) => `- w${number}/a b`)}`,
		'line 15002: The file has more than 15,000 pronunciations.',
	],
	[
		'three pronunciations of a word',
		'LanguageMarkdown',
		'@ speech:phoneticlexicon\n- cat/k ae t\n- cat/k a t\n- cat/k e t',
		"line 4: The word 'cat' has more than 2 pronunciations.",
	],
	[
		'a pronunciation without sounds',
		'LanguageMarkdown',
		'@ speech:phoneticlexicon\n- cat',
		"line 2: The pronunciation does not have the form '- word/p r o n'.",
	],
	[
		'too many ITN rules',
		'OutputFormatting',
		`#itn\n// not counted\n${lines(201, '\\d-\\d')}`,
		'line 203: The section #itn has more than 200 lines.',
	],
	[
		'too many rewrite rules',
		'OutputFormatting',
		`#ReWrite\n${lines(1_001, 'a\tb')}`,
		'line 1002: The section #rewrite has more than 1,000 lines.',
	],
	[
		'too many profanity rules',
		'OutputFormatting',
		`# profanity\n${lines(1_001, 'darn')}`,
		'line 1002: The section #profanity has more than 1,000 lines.',
	],
	[
		'a rewrite rule without tab',
		'OutputFormatting',
		'#rewrite\nold new',
		'line 2: The line of #rewrite is not two phrases separated by one tab.',
	],
	[
		'a rule above the first section',
		'OutputFormatting',
		'old\tnew\n#rewrite\na\tb',
		'line 1: The line comes before the first section.',
	],
];

describe('a text', () => {
	it.each(BAD)('with %s is stopped (%s)', async (_what, kind, content, finding) => {
		const { report } = await inspect(sourceOf('file', content), { ...DETECT, kind });
		expect(told(report).findings[0]).toBe(finding);
		for (const { fix } of report.findings.shown) expect(fix).toMatch(/^[A-Z].*\.$/);
	});

	const good: Array<[DatasetKind, string]> = [
		['Language', 'one\r\ntwo\n\nÄpfel für Zoë 東京\ttabs are fine'],
		['Pronunciation', 'IEEE\ti triple e\r\n\nBjörn\tb j ö r n\n'],
		['LanguageMarkdown', `${numbered(20, (n) => `@ list l${n} =\n- item`)}\n# Sätze_1\n- a {@l1}`],
		['OutputFormatting', `#itn\n${lines(200, '\\d')}#rewrite\n${lines(1_000, 'a\tb')}#test\na\tb`],
	];
	it.each(good)('of kind %s within its limits passes', async (kind, content) => {
		const { report } = await inspect(sourceOf('file', BOM + content), {
			...DETECT,
			kind,
			locale: 'de-DE',
		});
		expect(told(report)).toEqual({ findings: [], notes: [] });
	});

	it('comes out the same in pieces of any size', async () => {
		const content = 'Äpfel\r\n東京\n\u0007\nlast';
		for (const piece of [1, 2, 3, 5, 7, 100]) {
			const { report } = await inspect(sourceOf('a.txt', content, piece), DETECT);
			expect(told(report).findings).toEqual([
				'line 3: The line contains the control character U+0007.',
			]);
		}
	});

	const strange: Case[] = [
		[
			'a web address',
			'Language',
			'fine\nsee https://example.com',
			'line 2: The line contains a web address, and the service rejects such lines.',
		],
		[
			'repetition',
			'Language',
			'fine\nyeah yeah yeah yeah',
			'line 2: The line repeats something more than three times, and the service may drop it.',
		],
		[
			'repeated groups',
			'Language',
			"fine\nthat's it that's it that's it that's it",
			'line 2: The line repeats something more than three times, and the service may drop it.',
		],
		[
			'a stutter',
			'Language',
			'fine\naaaa',
			'line 2: The line repeats something more than three times, and the service may drop it.',
		],
		[
			'a mark inside',
			'Language',
			'one\n\ufefftwo',
			'line 2: The line contains a byte order mark, which happens when files are joined.',
		],
		[
			'an unknown list',
			'LanguageMarkdown',
			'# S\n- fine\n- my {@pet}',
			"line 3: The sentence refers to the list 'pet', which is not in the file.",
		],
		[
			'a strange heading',
			'LanguageMarkdown',
			'# My section!\n- hello',
			'line 1: The heading of a section can contain only letters, digits and underscores.',
		],
		[
			'an item of nothing',
			'LanguageMarkdown',
			'- hello\n# S\n- fine',
			'line 1: The line does not belong to a list or a section.',
		],
		[
			'a strange line',
			'LanguageMarkdown',
			'# S\n- fine\nhello',
			'line 3: The line is not a list, heading, item or comment.',
		],
	];
	it.each(strange)('with %s is told of, not stopped (%s)', async (_what, kind, content, note) => {
		const { report } = await inspect(sourceOf('file', content), { ...DETECT, kind });
		expect(told(report)).toEqual({ findings: [], notes: [note] });
	});

	it.each(['three yeah yeah yeah', 'a a b a a b', 'aaa', 'no, no, no', 'banana'])(
		'may repeat up to three times: %s',
		async (content) => {
			const { report } = await inspect(sourceOf('a.txt', content), DETECT);
			expect(told(report).notes).toEqual([]);
		},
	);

	it.each<[DatasetKind, string]>([
		['Language', 'yeah yeah yeah yeah https://example.com '],
		['LanguageMarkdown', '# not a heading! '],
		['OutputFormatting', 'above the first section '],
		['Pronunciation', 'no tab '],
	])(
		'has its lines that are longer than any sentence judged no further (%s)',
		async (kind, start) => {
			const content = lines(5, `${start}${' '.repeat(100_000)}b`);
			const { report } = await inspect(sourceOf('file', content), { ...DETECT, kind });
			expect(told(report)).toEqual({
				findings: [],
				notes: Array.from(
					{ length: 5 },
					(_, index) => `line ${index + 1}: The line has more than 5,000 characters.`,
				),
			});
		},
	);

	it('is compared by all of its lines, also by one that is too long', async () => {
		const said = 'word '.repeat(1_100);
		const watched = new Set([defined(digestOf(said))]);
		const { seen } = await inspect(sourceOf('a.txt', `short\n${said}\n`), { ...DETECT, watched });
		expect(seen).toEqual(watched);
	});

	it('shows fifty findings and counts all', async () => {
		const { report } = await inspect(sourceOf('pron.txt', lines(120, 'a\tb\tc')), {
			...DETECT,
			kind: 'Pronunciation',
		});
		expect(report.findings.shown).toHaveLength(50);
		expect(report.findings.count).toBe(120);
	});

	describe('without a byte order mark', () => {
		it('gets one', async () => {
			const { isMended, sent, report } = await inspect(sourceOf('a.txt', 'hello'), DETECT);
			expect({ isMended, bytes: sent?.bytes }).toEqual({ isMended: true, bytes: 8 });
			expect(report.findings.count).toBe(0);
		});

		it('is stopped when it must stay as it is', async () => {
			const rules = { ...DETECT, mayMend: false };
			const { isMended, report } = await inspect(sourceOf('a.txt', 'hello'), rules);
			expect(isMended).toBe(false);
			expect(told(report).findings).toEqual(['line 1: The file has no byte order mark.']);
		});
	});

	describe('in the free tier', () => {
		const pronunciations = lines(100, 'IEEE\ti triple e');
		it.each([
			['S0' as const, []],
			['F0' as const, ['The file has 1,600 bytes, but at most 1,024 bytes (1 KiB) are allowed.']],
		])('is measured by its limit (%s)', async (tier, findings) => {
			const { report } = await inspect(sourceOf('pronunciation.txt', pronunciations), {
				...DETECT,
				tier,
			});
			expect(told(report).findings).toEqual(findings);
		});
	});

	it('of unknown size is read no further than its limit', async () => {
		let read = 0;
		async function* endless() {
			for (;;) {
				read += 65_536;
				yield await Promise.resolve(Buffer.alloc(65_536, 'pron\t p\n'));
			}
		}
		const source = { name: 'pronunciation.txt', bytes: null, open: endless };
		const { report, sent } = await inspect(source, DETECT);
		expect(sent).toBeNull();
		expect(told(report).findings.at(-1)).toMatch(
			/^The file has more than .*\(1 MiB\) are allowed\.$/,
		);
		expect(read).toBeLessThan(1_200_000);
	});
});
