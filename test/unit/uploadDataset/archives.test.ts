import type { DatasetKind } from '../../../nodes/shared/speech/entities';
import { inspect, type InspectionRules } from '../../../nodes/UploadDataset/check/inspect';
import { makeWav } from '../../support/makeWav.mts';
import { makeZip, type ZipEntry } from '../../support/makeZip.mts';
import { BOM, DETECT, sourceOf, told } from './sources';

const one = { name: 'one.wav', content: makeWav({ seed: 1 }) };
const two = { name: 'two.wav', content: makeWav({ seed: 2, sampleRate: 8_000 }) };
const trans = (...lines: string[]) => ({ name: 'trans.txt', content: BOM + lines.join('\n') });
const both = trans('one.wav\tthe first recording', 'two.wav\tthe second recording');

const OPEN = { isKindOpen: true };

async function check(
	entries: ZipEntry[] | Buffer,
	rules: Partial<InspectionRules> = {},
	piece?: number,
) {
	const bytes = Buffer.isBuffer(entries) ? entries : makeZip(entries);
	return await inspect(sourceOf('data.zip', bytes, piece), { ...DETECT, ...rules });
}

describe('an archive', () => {
	const sound: Array<[string, ZipEntry[]]> = [
		['packed', [one, two, both]],
		['stored', [one, two, both].map((entry) => ({ ...entry, stored: true }))],
		['streamed', [one, two, both].map((entry) => ({ ...entry, descriptor: 'signed' }))],
		[
			'streamed without signatures',
			[one, two, both].map((entry) => ({ ...entry, descriptor: 'bare' })),
		],
		[
			'streamed and stored',
			[one, two, both].map((entry) => ({ ...entry, stored: true, descriptor: 'signed' })),
		],
		['with the transcripts first', [both, one, two]],
		[
			'with an extra field',
			[{ ...one, extra: Buffer.from('5554050001aabbccdd', 'hex') }, two, both],
		],
	];
	it.each(sound)('that is %s passes, in pieces of any size', async (_what, entries) => {
		for (const piece of [13, 1_000, 65_536, 1_000_000]) {
			const inspection = await check(entries, {}, piece);
			expect(told(inspection.report)).toEqual({ findings: [], notes: [] });
			expect(inspection).toMatchObject({
				kind: 'Acoustic',
				why: 'the archive contains transcripts',
			});
		}
	});

	it('with a comment passes', async () => {
		const { report } = await check(makeZip([one, two, both], { comment: 'PK\x05\x06 of May' }));
		expect(told(report).findings).toEqual([]);
	});

	it('that holds bytes like those of a zip within its audio passes', async () => {
		const inner = makeZip([two, { ...one, descriptor: 'signed' }]);
		const tricky = { ...one, content: Buffer.concat([one.content, inner]) };
		for (const descriptor of ['signed', 'bare'] as const) {
			const { report } = await check([{ ...tricky, stored: true, descriptor }, two, both]);
			expect(told(report).findings).toEqual([]);
		}
	});

	it('of audio only is of another kind', async () => {
		const inspection = await check([one, two]);
		expect(told(inspection.report)).toEqual({ findings: [], notes: [] });
		expect(inspection).toMatchObject({
			kind: 'AudioFiles',
			why: 'the archive contains no transcripts',
		});
	});

	const bomb = Buffer.alloc(11 * 1024 * 1024);
	const refused: Array<[string, ZipEntry[] | Buffer, string]> = [
		['is encrypted', [{ ...one, flags: 1 }, both], 'one.wav: The file is encrypted.'],
		[
			'is encrypted by AES',
			[{ ...one, extra: Buffer.from('01990700020041450308', 'hex') }, both],
			'one.wav: The file is encrypted.',
		],
		[
			'leads to a folder above',
			[{ ...one, name: '../one.wav' }, both],
			'../one.wav: The path of the file points outside of the archive.',
		],
		[
			'leads to a folder above in the way of Windows',
			[{ ...one, name: 'a\\..\\..\\one.wav' }, both],
			'a\\..\\..\\one.wav: The path of the file points outside of the archive.',
		],
		[
			'has absolute paths',
			[{ ...one, name: '/etc/one.wav' }],
			'/etc/one.wav: The path of the file points outside of the archive.',
		],
		[
			'has drives',
			[{ ...one, name: 'C:one.wav' }],
			'C:one.wav: The path of the file points outside of the archive.',
		],
		[
			'is a bomb',
			[one, { name: 'two.wav', content: bomb }, both],
			'two.wav: The file expands from 11 KiB to 11 MiB, like a zip bomb.',
		],
		[
			'is a bomb that tells its size afterwards',
			[one, { name: 'two.wav', content: bomb, descriptor: 'signed' }, both],
			'two.wav: The file expands from 11 KiB to 11 MiB, like a zip bomb.',
		],
		[
			'is packed in another way',
			[{ ...one, method: 12 }],
			'one.wav: The file is compressed with method 12.',
		],
		[
			'holds a link',
			[{ ...one, attributes: 0o120777 }, both],
			'one.wav: The file is a link to another.',
		],
		[
			'is one of several',
			makeZip([one, both], { end: { disk: 1 } }),
			'The archive is one part of several.',
		],
		[
			'names a file in its directory otherwise',
			[{ ...one, directoryName: 'uno.wav' }, both],
			'one.wav: The directory of the archive does not match the file.',
		],
		[
			'counts its files wrong',
			makeZip([one, both], { end: { count: 3 } }),
			'The end of the archive does not match its directory.',
		],
		[
			'is cut within a file',
			makeZip([one, both]).subarray(0, 5_000),
			'one.wav: The archive ends within the file.',
		],
		[
			'is cut within a file that is streamed',
			makeZip([{ ...one, descriptor: 'signed' }]).subarray(0, 5_000),
			'one.wav: The archive ends within the file.',
		],
		[
			'is cut within its directory',
			makeZip([one, both]).subarray(0, -40),
			'The archive ends within its directory.',
		],
		[
			'is cut within its end',
			makeZip([one, both]).subarray(0, -4),
			'The archive has no end of its directory.',
		],
		[
			'goes on after its end',
			Buffer.concat([makeZip([one, both]), Buffer.from('more')]),
			'The file continues after the archive.',
		],
		[
			'is damaged inside',
			[{ ...both, packed: Buffer.from('this is not packed by Deflate') }, one],
			'trans.txt: The compressed data of the file is damaged.',
		],
		['is empty', makeZip([]), 'The archive contains no WAV file.'],
	];
	it.each(refused)('that %s is refused', async (_what, entries, finding) => {
		const { report } = await check(entries);
		expect(told(report).findings[0]).toBe(finding);
		for (const { fix } of report.findings.shown) expect(fix).toMatch(/^[A-Z].*\.$/);
	});

	const kinds: Array<[string, ZipEntry[] | Buffer, object]> = [
		[
			'with transcripts that goes on after its end',
			Buffer.concat([makeZip([one, both]), Buffer.from('x')]),
			{ kind: 'Acoustic', why: 'the archive contains transcripts', isKindOpen: false },
		],
		[
			'that ends within its transcripts',
			makeZip([one, both]).subarray(0, makeZip([one]).length),
			{ kind: 'Acoustic', isKindOpen: false },
		],
		[
			'whose transcripts are encrypted',
			[{ ...both, flags: 1 }, one],
			{ kind: 'Acoustic', isKindOpen: false },
		],
		['that is encrypted before any transcripts', [{ ...one, flags: 1 }, both], OPEN],
		['of audio that goes on after its end', Buffer.concat([makeZip([one]), Buffer.of(0)]), OPEN],
		['of audio that is sound', [one], { kind: 'AudioFiles', isKindOpen: false }],
	];
	it.each(kinds)('%s is taken for what was seen of it', async (_what, entries, expected) => {
		for (const isStrict of [true, false]) {
			expect(await check(entries, { isStrict })).toMatchObject(expected);
		}
		expect(await check(entries, { kind: 'AudioFiles' })).toMatchObject({
			kind: 'AudioFiles',
			isKindOpen: false,
		});
	});

	const wav = (options: object) => ({ name: 'one.wav', content: makeWav(options) });
	const only = trans('one.wav\tthe first recording');
	const wrong: Array<[string, ZipEntry[], string]> = [
		['stereo', [wav({ channels: 2 }), only], 'one.wav: The audio is stereo.'],
		['six channels', [wav({ channels: 6 }), only], 'one.wav: The audio is of 6 channels.'],
		['a rate of CDs', [wav({ sampleRate: 44_100 }), only], 'one.wav: The audio is of 44,100 Hz.'],
		['8 bit', [wav({ bits: 8 }), only], 'one.wav: The audio is of 8 bit.'],
		['µ-law', [wav({ format: 7, bits: 8 }), only], 'one.wav: The audio is not PCM.'],
		[
			'everything else',
			[wav({ channels: 2, bits: 24, sampleRate: 48_000 }), only],
			'one.wav: The audio is stereo, of 48,000 Hz, of 24 bit.',
		],
		['no sound', [wav({ seconds: 0 }), only], 'one.wav: The file contains no sound.'],
		[
			'audio cut off',
			[wav({ claimed: 1_000_000 }), only],
			'one.wav: The audio is shorter than its header says.',
		],
		[
			'something called like audio',
			[{ name: 'one.wav', content: 'ID3 and music' }, only],
			'one.wav: The file is not a WAV file.',
		],
		[
			'an empty file called like audio',
			[{ name: 'one.wav', content: '' }, only],
			'one.wav: The file is not a WAV file.',
		],
		[
			'a folder',
			[{ name: 'calls/', stored: true }, { ...one, name: 'calls/one.wav' }, only],
			"calls: The archive has a folder: 'calls'.",
		],
		[
			'what macOS adds',
			[one, only, { name: '__MACOSX/._one.wav', content: 'x' }],
			"__MACOSX: The archive has a folder: '__MACOSX'.",
		],
		[
			'a stranger',
			[one, only, { name: 'readme.md', content: 'x' }],
			'readme.md: The file is neither audio nor transcripts.',
		],
		[
			'transcripts in UTF-16',
			[one, { name: 'trans.txt', content: Buffer.from('\ufeffone.wav\thi', 'utf16le') }],
			'trans.txt: line 1: The file is UTF-16.',
		],
		['no transcripts in them', [one, trans()], 'trans.txt: The file contains no transcript.'],
		[
			'a transcript without tab',
			[one, trans('one.wav the first')],
			'trans.txt: line 1: The line has no tab.',
		],
		[
			'a transcript of nothing',
			[one, trans('one.wav\t ')],
			'trans.txt: line 1: The line has no transcript after the tab.',
		],
		[
			'a transcript of no file',
			[one, trans('\tthe first')],
			'trans.txt: line 1: The line has no audio file name.',
		],
		[
			'a transcript of a file whose name has no end',
			[one, trans('one.wav\tthe first recording', `${'a'.repeat(252)}.wav\tthe second`)],
			'trans.txt: line 2: The line has an audio file name with more than 255 characters.',
		],
		[
			'a control character in a transcript',
			[one, trans('one.wav\tthe\u0000first')],
			'trans.txt: line 1: The line contains a control character.',
		],
		[
			'a line without file',
			[one, both],
			"trans.txt: line 2: The line refers to 'two.wav', which is not in the archive.",
		],
		['a file without line', [one, two, only], 'two.wav: The file has no line in trans.txt.'],
		[
			'two lines of a file',
			[one, trans('one.wav\ta', 'one.wav\tb')],
			"trans.txt: line 2: The line has the same file name as line 1: 'one.wav'.",
		],
	];
	it.each(wrong)('with %s is stopped', async (_what, entries, finding) => {
		const { report } = await check(entries, { kind: 'Acoustic' });
		expect(told(report).findings).toEqual([finding]);
		for (const { fix } of report.findings.shown) expect(fix).toMatch(/^[A-Z].*\.$/);
	});

	it.each<[DatasetKind, ZipEntry[], string[]]>([
		['Acoustic', [one], ['The archive has no transcripts.']],
		[
			'AudioFiles',
			[one, only],
			[
				'trans.txt: The archive has transcripts (1 line in trans.txt), which its data type does not accept.',
			],
		],
		['Acoustic', [one, { ...only, name: 'text.tsv' }], []],
	])('of kind %s has, or has no transcripts', async (kind, entries, findings) => {
		const { report } = await check(entries, { kind });
		expect(told(report).findings).toEqual(findings);
		for (const { fix } of report.findings.shown) expect(fix).not.toMatch(/take .* out/i);
	});

	it('may write the name of a file in another case, or an accent in another way', async () => {
		const file = { name: 'Zoe\u0308.WAV', content: one.content };
		const { report } = await check([file, trans('zo\u00eb.wav\thello there')]);
		expect(told(report)).toEqual({
			findings: [],
			notes: ["trans.txt: line 1: The line has 'zo\u00eb.wav' for the file 'Zoe\u0308.WAV'."],
		});
	});

	it('may have notes before the sound of a file, and leave its length open', async () => {
		const note = Buffer.alloc(20_009, 'x');
		note.write('LIST', 0);
		note.writeUInt32LE(20_001, 4);
		// Chunks begin at even places.
		const before = Buffer.concat([note, Buffer.alloc(1)]);
		for (const claimed of [undefined, 0, 0xffffffff]) {
			const { report } = await check([wav({ before, claimed }), only]);
			expect(told(report)).toEqual({ findings: [], notes: [] });
		}
	});

	describe('with long audio', () => {
		const long = wav({ seconds: 41, sampleRate: 8_000 });
		const what =
			'one.wav: The only audio file is longer than 40 s (41 s): a training with only this data fails.';
		it.each([
			['any' as const, { findings: [], notes: [what] }],
			['training' as const, { findings: [what], notes: [] }],
			['testing' as const, { findings: [], notes: [] }],
		])('is judged by what it is used for: %s', async (usedFor, expected) => {
			const { report } = await check([long, only], { usedFor });
			expect(told(report)).toEqual(expected);
		});
	});
});
