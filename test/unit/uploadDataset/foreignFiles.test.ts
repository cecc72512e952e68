import type { DatasetKind } from '../../../nodes/shared/speech/entities';
import { inspect } from '../../../nodes/UploadDataset/check/inspect';
import { makeZip } from '../../support/makeZip.mts';
import { BOM, DETECT, sourceOf, told } from './sources';

const packed = (...names: string[]) => makeZip(names.map((name) => ({ name, content: name })));
const latin1 = (text: string) => Buffer.from(text, 'latin1');

const BINARY: Array<[string, Buffer, string]> = [
	['song.mp3', latin1('ID3\x03\0\0\0'), 'an MP3 file'],
	['bare.mp3', latin1('\xff\xfb\x90\x64\0\0'), 'an MP3 or AAC file'],
	['a.aac', latin1('\xff\xf1\x50\x80\0\0'), 'an MP3 or AAC file'],
	['a.ogg', latin1('OggS\0\x02'), 'an Ogg file'],
	['a.flac', latin1('fLaC\0\0\0\x22'), 'a FLAC file'],
	['a.m4a', latin1('\0\0\0\x20ftypM4A \0'), 'an MP4 or M4A file'],
	['a.aiff', latin1('FORM\0\0\0\x10AIFFCOMM'), 'an AIFF file'],
	['a.webm', latin1('\x1a\x45\xdf\xa3\0'), 'a Matroska or WebM file'],
	['a.wma', latin1('\x30\x26\xb2\x75\x8e\x66'), 'a Windows Media file'],
	['a.rf64', latin1('RF64\xff\xff\xff\xffWAVEds64'), 'an RF64 file, not a plain WAV file'],
	[
		'a.docx',
		packed('[Content_Types].xml', '_rels/.rels', 'word/document.xml'),
		'a Word document (.docx)',
	],
	['a.xlsx', packed('[Content_Types].xml', 'xl/workbook.xml'), 'an Excel workbook (.xlsx)'],
	['a.pptx', packed('_rels/.rels', 'ppt/presentation.xml'), 'a PowerPoint presentation (.pptx)'],
	[
		'a.odt',
		makeZip([
			{ name: 'mimetype', content: 'application/vnd.oasis.opendocument.text', stored: true },
		]),
		'an OpenDocument file (.odt, .ods)',
	],
	['a.doc', latin1('\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1'), 'an old Word or Excel document'],
	['a.pdf', latin1('%PDF-1.7\n\0'), 'a PDF document'],
	['a.gz', latin1('\x1f\x8b\x08\0'), 'a gzip archive'],
	['a.7z', latin1('7z\xbc\xaf\x27\x1c'), 'a 7z archive'],
	['a.rar', latin1('Rar!\x1a\x07'), 'a RAR archive'],
	['a.tar', Buffer.concat([Buffer.alloc(257), latin1('ustar')]), 'a tar archive'],
];

const TEXTS: Array<[string, string, string]> = [
	['a.srt', '1\n00:00:01,000 --> 00:00:02,000\nHello', 'a subtitle file (SubRip, .srt)'],
	['a.txt', '\n12\r\n0:00:01.000 --> 0:00:02.000\r\nHello', 'a subtitle file (SubRip, .srt)'],
	['a.vtt', 'WEBVTT\n\n00:01.000 --> 00:02.000\nHello', 'a subtitle file (WebVTT, .vtt)'],
	['a.ass', '[Script Info]\nTitle: x', 'a subtitle file (SubStation, .ass)'],
	['a.rtf', '{\\rtf1\\ansi hello}', 'a document in Rich Text Format (.rtf)'],
	['a.html', '<!DOCTYPE html><p>hello', 'a web page (HTML)'],
	['a.txt', '<html lang="en"><body>hello', 'a web page (HTML)'],
	['a.xml', '<?xml version="1.0"?><tt/>', 'an XML document'],
	['a.json', '{"text": "hello"}', 'JSON data'],
	['a.jsonl', '{"text":"hello"}\n{"text":"there"}', 'JSON data'],
	['a.json', '[\n  {"text": "hello"}\n]', 'JSON data'],
	['a.json', '["hello", "there"]', 'JSON data'],
];

describe('a file that is something else', () => {
	it.each(BINARY)('is named as that: %s', async (name, content, is) => {
		for (const kind of [null, 'Language', 'Acoustic'] as const) {
			const { report, isKindOpen, doubt } = await inspect(sourceOf(name, content), {
				...DETECT,
				kind,
			});
			expect(told(report).findings[0]).toBe(`The file is ${is}.`);
			expect(report.findings.shown[0].fix).toMatch(/^[A-Z].*\.$/);
			expect([isKindOpen, doubt]).toEqual(kind ? [false, null] : [true, `it is ${is}`]);
		}
	});

	it.each(TEXTS)(
		'is named as that, though it is text: %s holding %j',
		async (name, content, is) => {
			for (const text of [content, BOM + content]) {
				for (const kind of [null, 'Language', 'Pronunciation'] as const) {
					const { report, isKindOpen } = await inspect(sourceOf(name, text), { ...DETECT, kind });
					expect(told(report).findings[0]).toBe(`The file is ${is}.`);
					expect(isKindOpen).toBe(kind === null);
				}
			}
		},
	);

	it.each([
		'ID3 tags are common',
		'FORMULA ONE is a sport',
		'caffeine keeps you awake',
		'OggS and ends',
		'[laughs] hello there',
		'1 is a number',
		'WAVE goodbye',
		'Rar! is what it said',
		'{unclear} and on',
	])('is not seen in a sentence: %s', async (content) => {
		expect(told((await inspect(sourceOf('a.txt', content), DETECT)).report).findings).toEqual([]);
	});
});

describe('the rules of a locale', () => {
	const kana = (count: number) => 'これは'.repeat(40).slice(0, count);
	const japanese = kana(91);
	type Rule = [locale: string, kind: DatasetKind, text: string, note: string | null];
	const rules: Rule[] = [
		[
			'ja-JP',
			'Language',
			japanese,
			'line 1: The line has a sentence of more than 90 characters. In Japanese the service discards such lines.',
		],
		['ja-JP', 'Language', 'いろは'.repeat(30), null],
		['ja-JP', 'Language', `${kana(80)}。${kana(90)}`, null],
		['ja-JP', 'Language', `${kana(89)}。`, null],
		[
			'JA-jp',
			'Language',
			`x\n${japanese}\n${japanese}`,
			'line 2: 2 lines, starting with this one, have a sentence of more than 90 characters. In Japanese the service discards such lines.',
		],
		['zh-CN', 'Language', japanese, null],
		[
			'zh-CN',
			'Language',
			'你好,世界',
			'line 1: The line contains half-width punctuation: ,. Chinese transcripts should use full-width punctuation.',
		],
		[
			'de-DE',
			'Language',
			'Das kostet § 5 und ° mehr',
			'line 1: The line contains special characters: § °. In German transcripts the service discards such lines, and may do so here.',
		],
		['de-DE', 'Language', 'Über „Größe" – und €', null],
		['fr-FR', 'Language', 'Le § et le °', null],
		[
			'en-US',
			'Language',
			'John’s day',
			"line 1: The line contains special characters above U+00A1: ’. Microsoft's guide says to avoid them.",
		],
		[
			'en-GB',
			'Language',
			'£5 ¡hola',
			"line 1: The line contains special characters above U+00A1: £. Microsoft's guide says to avoid them.",
		],
		['en-US', 'Language', "John's day ¡", null],
		['fr-FR', 'Language', 'l’été', null],
	];
	it.each(rules)('%s, %s: %j', async (locale, kind, content, note) => {
		const { report } = await inspect(sourceOf('a.txt', content), { ...DETECT, kind, locale });
		expect(told(report)).toEqual({ findings: [], notes: note === null ? [] : [note] });
	});

	const said: Array<[locale: string, text: string, notes: string[]]> = [
		[
			'ja-JP',
			japanese,
			[
				'The line has a sentence of more than 90 characters. In Japanese the service discards such lines.',
			],
		],
		[
			'de-DE',
			'minus 5 ° und ¾ µ',
			['The line contains special characters: ° µ. In German the service discards such lines.'],
		],
		[
			'en-US',
			'“hi” — 5 €',
			[
				'The line contains characters outside of ASCII: “ ” — €. English transcripts should be ASCII only.',
			],
		],
		['en-US', 'plain text', []],
		[
			'zh-CN',
			'你好,你吃饭了吗?',
			[
				'The line contains half-width punctuation: , ?. Chinese transcripts should use full-width punctuation.',
			],
		],
		['zh-CN', '你好，圆周率是 3.14 。', []],
		['zh-HK', '你好,', []],
		[
			'en-US',
			'yeah yeah yeah yeah',
			['The line repeats something more than three times, and the service may drop it.'],
		],
		['fr-FR', 'oui oui oui oui', []],
	];
	it.each(said)('hold for transcripts: %s, %j', async (locale, text, notes) => {
		const wav = (name: string) => ({ name, content: Buffer.from(WAV, 'base64') });
		const transcripts = { name: 'trans.txt', content: `${BOM}one.wav\t${text}\ntwo.wav\tfine` };
		const archive = makeZip([wav('one.wav'), wav('two.wav'), transcripts]);
		const { report } = await inspect(sourceOf('data.zip', archive), { ...DETECT, locale });
		expect(told(report)).toEqual({
			findings: [],
			notes: notes.map((note) => `trans.txt: line 1: ${note}`),
		});
	});
});

/** Two samples of silence at 8,000 Hz. */
const WAV = Buffer.concat([
	Buffer.from('RIFF\x28\0\0\0WAVEfmt \x10\0\0\0\x01\0\x01\0\x40\x1f\0\0', 'latin1'),
	Buffer.from([0x80, 0x3e, 0, 0, 2, 0, 16, 0]),
	Buffer.from('data\x04\0\0\0\0\0\0\0', 'latin1'),
]).toString('base64');

describe('a line that looks like many things at once', () => {
	it.each(['a+.-', '.,', 'a '.repeat(2), 'ab cd ', '{@', 'a.wav ', '\t'])(
		'is judged in time in proportion to its length: %j',
		async (part) => {
			const lineOf = (characters: number) => part.repeat(characters / part.length);
			const timeOf = async (characters: number) => {
				const begin = performance.now();
				await inspect(sourceOf('a.txt', lineOf(characters)), { ...DETECT, kind: 'Language' });
				return performance.now() - begin;
			};
			const once = await timeOf(20_000);
			// Leaves room for a pause of the machine: the square of the length would take many times as long.
			expect(await timeOf(80_000)).toBeLessThan(8 * once + 500);
		},
	);
});

describe('pronunciations of English', () => {
	const ansi = latin1('café\tc a f e\n');
	it.each<[string, string, Buffer, object]>([
		['in ANSI are sent as they are', 'en-US', ansi, { findings: [], isMended: false }],
		['in ASCII get a mark', 'en-GB', latin1('IEEE\ti triple e'), { findings: [], isMended: true }],
		[
			'in UTF-8 get a mark',
			'en-US',
			Buffer.from('café\tc a f e'),
			{ findings: [], isMended: true },
		],
		[
			'with a mark must be UTF-8',
			'en-US',
			Buffer.concat([Buffer.from(BOM), ansi]),
			{ findings: ['line 1: The line is not UTF-8 but looks like Windows-1252.'], isMended: false },
		],
	])('%s', async (_what, locale, content, expected) => {
		const rules = { ...DETECT, kind: 'Pronunciation' as const, locale };
		const { report, isMended } = await inspect(sourceOf('a.txt', content), rules);
		expect({ findings: told(report).findings, isMended }).toEqual(expected);
	});

	it('may be ANSI far behind their beginning', async () => {
		const content = Buffer.concat([latin1('IEEE\ti triple e\n'.repeat(20_000)), ansi]);
		const rules = { ...DETECT, kind: 'Pronunciation' as const };
		const { report, isMended } = await inspect(sourceOf('a.txt', content), rules);
		expect([told(report).findings, isMended]).toEqual([[], false]);
	});

	it('are not those of another language', async () => {
		const rules = { ...DETECT, kind: 'Pronunciation' as const, locale: 'de-DE' };
		const { report } = await inspect(sourceOf('a.txt', ansi), rules);
		expect(told(report).findings).toEqual([
			'line 1: The line is not UTF-8 but looks like Windows-1252.',
		]);
	});
});

describe('a text of which nothing would be left', () => {
	it.each<[DatasetKind, string, string]>([
		[
			'Language',
			'see https://a.example\nwww.b.example',
			'The service would accept none of the lines.',
		],
		['LanguageMarkdown', '# S\n- my {@pet}', 'The service would accept none of the lines.'],
		['LanguageMarkdown', '// nothing\n# S', 'The file contains no line to learn from.'],
		['OutputFormatting', '#itn\n// nothing', 'The file contains no line to learn from.'],
		['OutputFormatting', '#profanity\nd.a.r.n', 'The service would accept none of the lines.'],
	])('is stopped (%s: %j)', async (kind, content, finding) => {
		const { report } = await inspect(sourceOf('a.md', content), { ...DETECT, kind });
		expect(told(report).findings).toEqual([finding]);
	});
});
