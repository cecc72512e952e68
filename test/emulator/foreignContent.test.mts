import { startEmulator, type Emulator } from './client.mts';
import { examined, reasonsOf } from './examined.mts';
import { makeWav } from '../support/makeWav.mts';
import { makeZip } from '../support/makeZip.mts';

const BOM = '\ufeff';
const TEXTS = ['Language', 'LanguageMarkdown', 'Pronunciation', 'OutputFormatting'];

describe('content that is no plain text in UTF-8', () => {
	let emulator: Emulator;
	beforeAll(async () => {
		emulator = await startEmulator({ seed: 'bare' });
	});
	afterEach(() => {
		emulator.setQuirks({ withoutBom: 'asInSamples' });
	});
	afterAll(() => emulator.close());

	const foreign: [string, string, RegExp][] = [
		['RTF', '{\\rtf1\\ansi\\deff0 one\\par two}', /an RTF document/],
		['HTML with its type', '<!DOCTYPE html>\n<p>one', /an HTML page/],
		['HTML with blanks in front', '  \n<html lang="en">', /an HTML page/],
		['the head of HTML', '<head><title>one</title></head>', /an HTML page/],
		['the body of HTML', '<BODY>one</BODY>', /an HTML page/],
		['XML', '<?xml version="1.0"?><lexicon/>', /is XML/],
		['XML with blanks in front', '\n<?xml version="1.0"?>', /is XML/],
		['PDF', '%PDF-1.7\n1 0 obj', /a PDF document/],
		['WebVTT', 'WEBVTT\n\n00:01.000 --> 00:04.000\none', /WebVTT/],
		['SubRip', '1\r\n00:00:01,000 --> 00:00:04,000\r\none\r\n', /SubRip/],
		['SubRip with points', '\n12 \n1:00:01.000 --> 1:00:04.000\none', /SubRip/],
		['SubStation', '[Script Info]\nTitle: one', /SubStation/],
		['JSON', '{\n  "text": "one"\n}', /is JSON/],
		['JSON lines', '{"text":"one"}\n{"text":"two"}\n', /is JSON/],
		['JSON lists', '[ {"text": "one"} ]', /is JSON/],
		['JSON lists of texts', '["one", "two"]', /is JSON/],
		['JSON lists of lists', '[["one"], ["two"]]', /is JSON/],
	];

	it.each(foreign)(
		'%s is refused as what it is, with and without a mark',
		async (_w, text, told) => {
			for (const content of [BOM + text, text]) {
				const { status, lines, error } = await examined(emulator, 'Language', content);
				expect([status, lines]).toEqual(['Failed', [0, 0]]);
				expect(error).toMatch(told);
			}
		},
	);

	it.each(TEXTS)('%s tells foreign formats too', async (kind) => {
		const { error } = await examined(emulator, kind, `${BOM}{\\rtf1 a\tb}`);
		expect(error).toMatch('The content is an RTF document, not plain text.');
	});

	it.each([
		['a number alone', '12\nand a sentence'],
		['a time', '1\nat 10:00:00 it began'],
		['a tag in a sentence', 'the <b> tag'],
		['braces', '{name} comes at noon'],
		['brackets', '[laughs] how nice'],
		['the name of a format', 'a PDF is not text'],
	])('a text with %s is one all the same', async (_what, text) => {
		expect(await examined(emulator, 'Language', BOM + text)).toMatchObject({ status: 'Succeeded' });
	});

	const swapped = (text: string) => Buffer.from(text, 'utf16le').swap16();
	it.each([
		['UTF-16 with its mark', Buffer.from(`${BOM}one`, 'utf16le'), /is UTF-16, not UTF-8/],
		['big-endian UTF-16', swapped(`${BOM}one`), /is UTF-16, not UTF-8/],
		['UTF-16 without a mark', Buffer.from('one two', 'utf16le'), /zero bytes, as UTF-16/],
		['UTF-32', Buffer.from('fffe00006100000062000000', 'hex'), /is UTF-32, not UTF-8/],
		['big-endian UTF-32', Buffer.from('0000feff00000061', 'hex'), /is UTF-32, not UTF-8/],
		['a byte nobody knows', Buffer.from('one\ncaf\xe9 two\n', 'latin1'), /not UTF-8/],
		['a zip archive', makeZip([{ name: 'word/document.xml', content: 'x' }]), /a zip archive/],
		['a single recording', makeWav({ seconds: 0.1 }), /a WAV file/],
		['another binary', Buffer.from('ID3\x04\0\0\0\0\0', 'latin1'), /zero bytes/],
	] as [string, Buffer, RegExp][])('a text that is %s is refused', async (_what, content, told) => {
		for (const kind of TEXTS) {
			const { status, error } = await examined(emulator, kind, content);
			expect([kind, status]).toEqual([kind, 'Failed']);
			if (kind !== 'LanguageMarkdown') expect(error).toMatch(told);
		}
	});

	it.each(['en-US', 'en-GB', 'en-IN'])('pronunciations in ANSI are taken in %s', async (locale) => {
		const ansi = Buffer.from('caf\xe9\tk a f e\r\nna\xefve\tn a i v\r\n', 'latin1');
		expect(await examined(emulator, 'Pronunciation', ansi, locale)).toMatchObject({
			lines: [2, 0],
		});
	});

	it.each([
		['in another locale', 'de-DE', 'Pronunciation', 'caf\xe9\tk a f e'],
		['with a mark of UTF-8', 'en-US', 'Pronunciation', '\xef\xbb\xbfcaf\xe9\tk a f e'],
		['and plain text', 'en-US', 'Language', 'caf\xe9'],
	])('ANSI %s is refused', async (_what, locale, kind, text) => {
		const found = await examined(emulator, kind, Buffer.from(text, 'latin1'), locale);
		expect(found).toMatchObject({ status: 'Failed', error: expect.stringMatching(/not .*UTF-8/) });
	});

	it('English pronunciations need no mark, whatever the others need', async () => {
		emulator.setQuirks({ withoutBom: 'refused' });
		for (const text of ['IEEE\ti triple e', 'caf\u00e9\tk a f e']) {
			expect(await examined(emulator, 'Pronunciation', text, 'en-US')).toMatchObject({
				lines: [1, 0],
			});
			expect(await examined(emulator, 'Pronunciation', text, 'de-DE')).toMatchObject({
				error: expect.stringMatching('byte-order mark'),
			});
		}
	});

	it.each([
		['control characters of ANSI', 'caf\xe9\ta\nb\x81\tc'],
		['control characters', 'caf\xe9\ta\nb\x07\tc'],
	])('pronunciations in ANSI are rejected line by line for %s', async (_what, text) => {
		const ansi = Buffer.from(text, 'latin1');
		const { lines } = await examined(emulator, 'Pronunciation', ansi, 'en-US');
		expect(lines).toEqual([1, 1]);
	});

	it.each([
		['a control character', 'two\u0007'],
		['a control character of Latin-1', 'two\u0085'],
		['a mark of unreadable bytes', 'two\ufffd'],
		['a line separator', 'two\u2028three'],
		['a paragraph separator', 'two\u2029three'],
		['a form feed alone', '\f'],
	])('a line with %s is rejected in every kind of text', async (_what, line) => {
		const kinds: [string, string, string][] = [
			['Language', 'one', line],
			['Pronunciation', 'A\ta', `${line}\tb`],
			['LanguageMarkdown', '# A\n- one', `- ${line}`],
			['OutputFormatting', '#itn\none', line],
		];
		for (const [kind, good, bad] of kinds) {
			const { id, lines } = await examined(emulator, kind, `${BOM}${good}\n${bad}\n`);
			expect([kind, lines]).toEqual([kind, [1, 1]]);
			expect(await reasonsOf(emulator, id)).toEqual([expect.stringMatching(/unrecognizable/)]);
		}
	});

	it('a carriage return that ends no line is the reason, and one at the end of the file is none', async () => {
		const old = await examined(emulator, 'Language', `${BOM}one\rtwo\rthree\r`);
		expect(old).toMatchObject({ status: 'Failed', lines: [0, 1] });
		expect(old.error).toMatch(/carriage return without a line feed/);
		expect(await examined(emulator, 'Language', `${BOM}one\r\ntwo\r`)).toMatchObject({
			lines: [2, 0],
		});
	});

	it.each(['Language', 'Pronunciation'])('transcripts are no %s', async (kind) => {
		const names = ['a.wav', '"b.WAV"', 'audio/c.mp3', ' d.flac', 'e f.m4a', 'g.opus', 'h.mp4'];
		const text = names.map((name) => `${name}\tone two\n`).join('');
		const found = await examined(emulator, kind, BOM + text);
		expect(found).toMatchObject({ status: 'Failed', lines: [0, names.length] });
		expect(found.error).toMatch(/is a transcript, which belongs into an archive/);
	});

	it('a word that looks like the name of a recording makes no transcript', async () => {
		const text = `${BOM}wav\tw a v\nfile.wav file\tf a i l\n.wave\td o t`;
		expect(await examined(emulator, 'Pronunciation', text)).toMatchObject({ lines: [3, 0] });
	});
});
