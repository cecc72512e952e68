import type { DatasetKind } from '../../../nodes/shared/speech/entities';
import { inspect, type InspectionRules } from '../../../nodes/UploadDataset/check/inspect';
import { crc32 } from '../../../nodes/UploadDataset/check/zip/crc32';
import { makeWav } from '../../support/makeWav.mts';
import { makeZip, type ZipEntry } from '../../support/makeZip.mts';
import { BOM, DETECT, sourceOf, told } from './sources';

const wav = (name: string, seed = 1) => ({ name, content: makeWav({ seed, seconds: 0.1 }) });
const text = (name: string, ...lines: string[]) => ({ name, content: BOM + lines.join('\n') });
const one = wav('one.wav');
const two = wav('two.wav', 2);
const LINES = ['one.wav\tthe first recording', 'two.wav\tthe second recording'];

async function check(entries: ZipEntry[], rules: Partial<InspectionRules> = {}) {
	return await inspect(sourceOf('data.zip', makeZip(entries)), { ...DETECT, ...rules });
}

describe('the transcripts of an archive', () => {
	it.each(['trans.txt', 'TRANS.TXT', 'Transcriptions.txt', 'labels.tsv', 'any name at all.Tsv'])(
		'may be called %s',
		async (name) => {
			const inspection = await check([one, text(name, ...LINES), two]);
			expect(told(inspection.report)).toEqual({ findings: [], notes: [] });
			expect(inspection).toMatchObject({ kind: 'Acoustic', isKindOpen: false, doubt: null });
		},
	);

	const several: Array<[string, ZipEntry[], string[]]> = [
		[
			'two texts that both name recordings',
			[one, two, text('a.txt', LINES[0]), text('b.tsv', LINES[1])],
			["The archive has several transcripts: 'a.txt', 'b.tsv'."],
		],
		[
			'a text for each recording',
			[one, two, text('one.txt', 'the first'), text('two.txt', 'the second')],
			["The archive has a text file for each recording, such as 'one.txt'."],
		],
		[
			'a readme beside them',
			[one, two, text('readme.txt', 'Recorded in May.'), text('trans.txt', ...LINES)],
			['readme.txt: The file is text, but the transcripts are in trans.txt.'],
		],
		[
			'a table with commas in their place',
			[one, two, text('transcripts.csv', 'one.wav,the first')],
			[
				'transcripts.csv: The file is a comma-separated table (.csv).',
				'The archive has no transcripts.',
			],
		],
		[
			'a text that names nothing',
			[one, two, text('readme.txt', 'Recorded in May.')],
			[
				'The archive has no transcripts: no text file in it has on each line, the name of an audio file, one tab, and what is said.',
			],
		],
	];
	it.each(several)('are not guessed from %s', async (_what, entries, findings) => {
		const { report, kind, doubt } = await check(entries, { kind: 'Acoustic' });
		expect(told(report).findings).toEqual(findings);
		expect({ kind, doubt }).toEqual({ kind: 'Acoustic', doubt: null });
	});

	it.each<[string, ZipEntry[]]>([
		['readme.txt', [one, text('readme.txt', 'Recorded in May.')]],
		['notes.csv', [one, text('notes.csv', 'one.wav,hello')]],
		['labels.json', [one, text('labels.json', '{"one.wav": "hello"}')]],
		['subtitles.srt', [one, text('subtitles.srt', '1\n00:00:01,000 --> 00:00:02,000\nhi')]],
		['two texts', [text('a.txt', 'hello'), text('pron.txt', 'IEEE\ti triple e')]],
	])('leave the kind open where they may be in %s', async (_what, entries) => {
		const { isKindOpen, doubt, report } = await check(entries);
		expect(isKindOpen).toBe(true);
		expect(doubt).toMatch(/may contain its transcripts|contains no WAV file/);
		expect(report.findings.count).toBeGreaterThan(0);
	});

	/** What is wrong with all lines is told once, and never again for each file. */
	const cured: Array<[string, string[], string, RegExp]> = [
		[
			'without .wav',
			['one\ta', 'two\tb'],
			"2 lines, starting with this one, have the names of their audio files without .wav: 'one' for 'one.wav'.",
			/^Write the names with \.wav, /,
		],
		[
			'with a path',
			['audio/one.wav\ta', 'audio/two.wav\tb'],
			"2 lines, starting with this one, have the names of their audio files with a path: 'audio/one.wav' for 'one.wav'.",
			/^Write the names, exactly/,
		],
		[
			'with a path of Windows, and quotes',
			['"C:\\calls\\one.wav"\ta', '"C:\\calls\\two.wav"\tb'],
			"2 lines, starting with this one, have the names of their audio files in quotation marks, with a path: '\"C:\\calls\\one.wav\"' for 'one.wav'.",
			/^Write the names, exactly/,
		],
		[
			'with ./',
			['./one.wav\ta', './two.wav\tb'],
			"2 lines, starting with this one, have the names of their audio files with a path: './one.wav' for 'one.wav'.",
			/^Write the names, exactly/,
		],
		[
			'with the ending of another format',
			['one.mp3\ta', 'two.mp3\tb'],
			"2 lines, starting with this one, have the names of their audio files with another extension: 'one.mp3' for 'one.wav'.",
			/^Write the names, exactly/,
		],
		[
			'with three columns',
			['one.wav\tspeaker\ta', 'two.wav\tspeaker\tb'],
			'2 lines, starting with this one, have 2 tabs instead of one.',
			/one tab, and then what is said/,
		],
		[
			'with a tab at the end',
			['one.wav\ta\t', 'two.wav\tb\t'],
			'2 lines, starting with this one, have 2 tabs instead of one.',
			/any tab at the end/,
		],
		[
			'with a comma for the tab',
			['one.wav,a', 'two.wav,b'],
			'2 lines, starting with this one, have no tab.',
			/one tab, and then what is said/,
		],
		[
			'with blanks for the tab',
			['one.wav  a', 'two.wav  b'],
			'2 lines, starting with this one, have no tab.',
			/one tab/,
		],
		[
			'with old line ends',
			['one.wav\ta\rtwo.wav\tb\r'],
			'The line contains a carriage return without a line feed.',
			/line endings/,
		],
		[
			'under a heading',
			['filename\ttext', 'one.wav\ta', 'two.wav\tb'],
			'The line is a heading.',
			/Remove it/,
		],
		[
			'for the files of another archive',
			['x.wav\ta', 'y.wav\tb'],
			"None of the 2 lines matches a file in the archive: line 1 has 'x.wav', but the archive has 'one.wav'.",
			/Write the names exactly as in the archive/,
		],
	];
	it.each(cured)(
		'that are written %s have one finding with the cure',
		async (_what, lines, what, fix) => {
			const { report } = await check([one, two, text('trans.txt', ...lines)], { kind: 'Acoustic' });
			expect(told(report).findings).toEqual([`trans.txt: line 1: ${what}`]);
			expect(report.findings.shown[0].fix).toMatch(fix);
		},
	);

	it('in quotes are told of, since the service takes the quotes for a part of them', async () => {
		const lines = ['one.wav\t"the first"', 'two.wav\t"the second"'];
		const { report } = await check([one, two, text('trans.txt', ...lines)]);
		expect(told(report)).toEqual({
			findings: [],
			notes: [
				'trans.txt: All transcripts are in quotation marks, which the service treats as part of the text.',
			],
		});
	});

	const marks: Array<[string, number]> = [
		['en-US', 0],
		['en-IN', 0],
		['zh-CN', 0],
		['zh-TW', 0],
		['zh-HK', 1],
		['de-DE', 1],
		['es-ES', 1],
	];
	it.each(marks)('without a byte order mark are taken (%s)', async (locale, notes) => {
		const content = 'one.wav\thello';
		const { report } = await check([one, { name: 'trans.txt', content }], { locale });
		expect([report.findings.count, report.notes.count]).toEqual([0, notes]);
	});

	const encodings: Array<[string, string, Buffer, string]> = [
		['UTF-16', 'en-US', Buffer.from('\ufeffone.wav\thi', 'utf16le'), 'line 1: The file is UTF-16.'],
		[
			'Windows-1252',
			'fr-FR',
			Buffer.from('one.wav\tdéjà vu', 'latin1'),
			'line 1: The line is not UTF-8 but looks like Windows-1252.',
		],
		[
			'Shift JIS',
			'ja-JP',
			Buffer.concat([Buffer.from('one.wav\t'), Buffer.from('82b182f182c982bf82cd', 'hex')]),
			'line 1: The line is not UTF-8 but looks like Shift JIS.',
		],
		[
			'Windows-1251',
			'ru-RU',
			Buffer.concat([Buffer.from('one.wav\t'), Buffer.from('eff0e8e2e5f2', 'hex')]),
			'line 1: The line is not UTF-8 but looks like Windows-1251.',
		],
	];
	it.each(encodings)(
		'in %s are named as what they are',
		async (_what, locale, content, finding) => {
			const { report } = await check([one, { name: 'trans.txt', content }], { locale });
			expect(told(report).findings).toEqual([`trans.txt: ${finding}`]);
		},
	);
});

describe('the names of an archive', () => {
	const german = (rawName: Buffer, extra?: Buffer) => [
		{ ...one, name: 'grün.wav', rawName, extra },
		text('trans.txt', 'grün.wav\tdas ist ein test'),
	];
	const path = (name: string, checksum: number) => {
		const utf8 = Buffer.from(name);
		const field = Buffer.alloc(9);
		field.writeUInt16LE(0x7075, 0);
		field.writeUInt16LE(5 + utf8.length, 2);
		field.writeUInt8(1, 4);
		field.writeUInt32LE(checksum, 5);
		return Buffer.concat([field, utf8]);
	};

	const met: Array<[string, ZipEntry[]]> = [
		['in the code page 437', german(Buffer.from('gr\x81n.wav', 'latin1'))],
		['in UTF-8 that is not said to be', german(Buffer.from('grün.wav'))],
		[
			'in UTF-8, decomposed as macOS does',
			[{ ...one, name: 'gru\u0308n.wav' }, german(Buffer.alloc(0))[1]],
		],
		['with ./ in front', [{ ...one, name: './one.wav' }, text('./trans.txt', 'one.wav\ta')]],
	];
	it.each(met)('%s meet those of the transcripts', async (_what, entries) => {
		const { report, kind } = await check(entries, { locale: 'de-DE' });
		expect([told(report).findings, kind]).toEqual([[], 'Acoustic']);
	});

	it.each<[string, string, Buffer]>([
		['Windows-1252', 'de-DE', Buffer.from('grün.wav', 'latin1')],
		['Windows-1251', 'ru-RU', Buffer.concat([Buffer.from('e7f3ec', 'hex'), Buffer.from('.wav')])],
	])('in %s are named as that, once', async (page, locale, rawName) => {
		const name = locale === 'ru-RU' ? 'зум.wav' : 'grün.wav';
		const entries = [{ ...one, name, rawName }, text('trans.txt', `${name}\ta b c`)];
		const { report } = await check(entries, { locale });
		expect(told(report).findings).toEqual([
			`trans.txt: line 1: The archive has file names that are not in UTF-8 but look like ${page}, so 1 of its files cannot be matched to the transcripts.`,
		]);
		expect(report.findings.shown[0].fix).toMatch(/names in UTF-8/);
	});

	it('are taken from the Unicode path of Info-ZIP only where its checksum fits', async () => {
		const raw = Buffer.from('gr?n.wav');
		expect(crc32(Buffer.from('123456789'))).toBe(0xcbf43926);
		const good = german(raw, path('grün.wav', crc32(raw)));
		const bad = german(raw, path('grün.wav', (crc32(raw) ^ 1) >>> 0));
		expect(told((await check(good)).report).findings).toEqual([]);
		expect((await check(bad)).report.findings.count).toBe(1);
	});
});

describe('the files of an archive', () => {
	const strangers: Array<[string, ZipEntry, string]> = [
		['an MP3 file', { name: 'a.mp3', content: 'ID3\x03\0' }, 'The file is an MP3 file.'],
		['an Ogg file', { name: 'a.ogg', content: 'OggS\0' }, 'The file is an Ogg file.'],
		[
			'another zip',
			{ name: 'more.zip', content: makeZip([one]) },
			'The file is a zip file in a zip file.',
		],
		[
			'a leftover',
			{ name: '.DS_Store', content: '\0\0\0\x01Bud1' },
			'The file is a file that another program added.',
		],
		[
			'WAV by another name',
			{ ...one, name: 'a.wave' },
			'The file is a WAV file whose name does not end in .wav.',
		],
		[
			'raw audio',
			{ name: 'a.raw', content: '\0\x01' },
			'The file is audio that is not a WAV file.',
		],
		[
			'something else',
			{ name: 'readme.md', content: 'x' },
			'The file is neither audio nor transcripts.',
		],
	];
	it.each(strangers)('are named when they are %s', async (_what, entry, what) => {
		const entries = [one, entry, text('trans.txt', 'one.wav\ta b c')];
		const { report } = await check(entries);
		expect(told(report).findings).toEqual([`${entry.name}: ${what}`]);
	});

	it('of one sort are named together', async () => {
		const files = Array.from({ length: 40 }, (_, at) => ({
			name: `${at}.mp3`,
			content: 'ID3\x03\0',
		}));
		const { report } = await check([one, ...files, text('trans.txt', 'one.wav\ta b c')]);
		expect(told(report).findings).toEqual([
			'0.mp3: 40 files, starting with this one, are each an MP3 file.',
		]);
	});

	it('that are MP3 under the name of WAV are named as that', async () => {
		const entries = [
			{ name: 'one.wav', content: 'ID3\x03\0' },
			text('trans.txt', 'one.wav\ta b c'),
		];
		expect(told((await check(entries)).report).findings).toEqual([
			'one.wav: The file is an MP3 file, regardless of its name.',
		]);
	});

	it.each<[DatasetKind | null]>([[null], ['Acoustic'], ['AudioFiles']])(
		'that are only texts are to be uploaded one by one (%s)',
		async (kind) => {
			const entries = [text('a.txt', 'the IEEE meets'), text('pron.txt', 'IEEE\ti triple e')];
			const { report } = await check(entries, { kind });
			expect(told(report).findings).toEqual(['The archive contains 2 texts and no WAV file.']);
			expect(report.findings.shown[0].fix).toMatch(/^Upload text files one by one/);
		},
	);
});

describe('an archive in 64 bits', () => {
	const trans = text('trans.txt', ...LINES);
	it.each<[string, Partial<ZipEntry>]>([
		['with sizes in its headers', { zip64: true }],
		['with long sizes after its files', { zip64: true, descriptor: 'signed64' }],
		['with long sizes after its files, unsigned', { zip64: true, descriptor: 'bare64' }],
		[
			'stored, with long sizes after its files',
			{ zip64: true, descriptor: 'signed64', stored: true },
		],
	])('%s is read', async (_what, how) => {
		const entries = [one, two, trans].map((entry) => ({ ...entry, ...how }));
		for (const piece of [13, 65_536]) {
			const inspection = await inspect(sourceOf('data.zip', makeZip(entries), piece), DETECT);
			expect(told(inspection.report)).toEqual({ findings: [], notes: [] });
			expect(inspection).toMatchObject({ kind: 'Acoustic', shortAudioFiles: 2 });
		}
	});
});

describe('a WAV file', () => {
	const trans = text('trans.txt', 'one.wav\tthe first recording');
	const only = (options: object) => ({
		name: 'one.wav',
		content: makeWav({ seconds: 0.5, ...options }),
	});

	it.each([0, 0xffffffff, 0x7ffff000, 0x7fffffff, 0x7fffefdc, 0x80000000, 0xfffffff0, 0x7fff0000])(
		'may leave its length open by %d',
		async (claimed) => {
			const { report, shortAudioFiles } = await check([only({ claimed }), trans]);
			expect(told(report)).toEqual({ findings: [], notes: [] });
			expect(shortAudioFiles).toBe(1);
		},
	);

	it.each([1, 2, 36, 44, 1_024])('may count %d bytes too many', async (more) => {
		const { report } = await check([only({ claimed: 16_000 + more }), trans]);
		expect([report.findings.count, report.notes.count]).toEqual([0, 1]);
		expect(report.notes.shown[0].what).toMatch(/a few more bytes than there are/);
	});

	it('is cut off when more is missing', async () => {
		const { report } = await check([only({ claimed: 16_000 + 1_025 }), trans]);
		expect(told(report).findings).toEqual(['one.wav: The audio is shorter than its header says.']);
	});

	it.each<[string, number]>([
		['LIST', 5_000],
		['bext', 602],
		['iXML', 200_001],
		['id3 ', 3_000_000],
	])('may have a chunk %s of %d bytes before its sound', async (id, size) => {
		const before = Buffer.alloc(8 + size + (size % 2), 'x');
		before.write(id, 0);
		before.writeUInt32LE(size, 4);
		for (const stored of [true, false]) {
			const { report, shortAudioFiles } = await check([{ ...only({ before }), stored }, trans]);
			expect(told(report)).toEqual({ findings: [], notes: [] });
			expect(shortAudioFiles).toBe(1);
		}
	});
});

describe('audio over 40 seconds', () => {
	const long = (name: string) => ({ name, content: makeWav({ seconds: 41, sampleRate: 8_000 }) });
	const entries = (files: ZipEntry[]) => [
		...files,
		text('trans.txt', ...files.map(({ name }) => `${name}\twhat is said in it`)),
	];
	const some = entries([long('a.wav'), one]);
	const all = entries([long('a.wav'), long('b.wav')]);
	const SOME =
		'a.wav: 1 of 2 audio files are longer than 40 s, this one 41 s. For these, training uses only the transcripts.';
	const ALL =
		'a.wav: All 2 audio files are longer than 40 s: a training with only this data fails.';

	it.each([
		['any', some, { findings: [], notes: [SOME] }, 1],
		['training', some, { findings: [], notes: [SOME] }, 1],
		['testing', some, { findings: [], notes: [] }, 1],
		['any', all, { findings: [], notes: [ALL] }, 0],
		['training', all, { findings: [ALL], notes: [] }, 0],
		['testing', all, { findings: [], notes: [] }, 0],
	] as const)('is judged over the whole archive (%s)', async (usedFor, files, expected, short) => {
		const { report, shortAudioFiles } = await check([...files], { usedFor });
		expect(told(report)).toEqual(expected);
		expect(shortAudioFiles).toBe(short);
	});

	it('begins after 40.0 seconds', async () => {
		const exact = { name: 'a.wav', content: makeWav({ seconds: 40, sampleRate: 8_000 }) };
		const { report, shortAudioFiles } = await check(entries([exact]), { usedFor: 'training' });
		expect([told(report).findings, shortAudioFiles]).toEqual([[], 1]);
	});
});
