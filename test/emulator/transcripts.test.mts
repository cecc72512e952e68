import { startEmulator, type Emulator } from './client.mts';
import { examined, reasonsOf } from './examined.mts';
import { makeWav } from '../support/makeWav.mts';
import { makeZip, type ZipEntry } from '../support/makeZip.mts';

const BOM = '\ufeff';
const content = makeWav({ seconds: 0.1 });
const wav = (name: string) => ({ name, content });
const text = (name: string, lines: Buffer | string) => ({
	name,
	content: lines,
});
const good = `${BOM}a.wav\tone two\r\nb.wav\tthree\r\n`;
const notes = 'These recordings were made in May.\nBy two speakers.\n';
const glossary = 'good day\tbonjour\ngood bye\tau revoir\n';

describe('the transcripts of an archive', () => {
	let emulator: Emulator;
	beforeAll(async () => {
		emulator = await startEmulator({ seed: 'bare' });
	});
	afterAll(() => emulator.close());

	/** @param texts beside two recordings */
	const put = (texts: ZipEntry[], kind: string = 'Acoustic') =>
		examined(emulator, kind, makeZip([wav('a.wav'), wav('b.wav'), ...texts]), 'en-US');

	it.each([
		'trans.txt',
		'trans.tsv',
		'TRANS.TXT',
		'Transcriptions.txt',
		'Trans.Tsv',
		'./trans.txt',
		'my words.of the week.txt',
	])('may be called %s', async (name) => {
		expect(await put([text(name, good)])).toMatchObject({ status: 'Succeeded', lines: [2, 0] });
	});

	it.each([
		['with names that are in the archive', good],
		['in another order, with blank lines', `${BOM}\nb.wav\tthree\n\na.wav\tone\n`],
		['without a mark', good.slice(1)],
		['in other letters', `${BOM}A.WAV\tone\nb.Wav\tthree\n`],
		['with quotes around what is said', `${BOM}a.wav\t"one"\nb.wav\t'two'\n`],
		['with signs outside ASCII', `${BOM}a.wav\t“one” — 5 €\nb.wav\ttwo\n`],
	])('are taken whole %s', async (_what, lines) => {
		expect(await put([text('trans.txt', lines)])).toMatchObject({ lines: [2, 0] });
	});

	it.each([
		['notes', notes],
		['a glossary', glossary],
		['nothing', ''],
		['lines of which one has a tab', `${notes}one\ttwo\n`],
	])('are told from %s beside them, which are strangers', async (_what, other) => {
		for (const names of [
			['trans.txt', 'readme.txt'],
			['z.tsv', 'a.txt'],
		]) {
			const found = await put([text(names[0], good), text(names[1], other)]);
			expect(found).toMatchObject({ status: 'Succeeded', lines: [2, 1] });
			expect(await reasonsOf(emulator, found.id)).toEqual([
				`${names[1]}: It is neither audio (.wav) nor the transcripts of it.`,
			]);
		}
	});

	it.each([
		['with a path', 'audio\\a.wav\tone\n'],
		['in quotation marks', '"a.wav"\tone\n'],
		['without an ending', 'a\tone\n'],
		['of audio that is not there', 'c.mp3\tone\n'],
	])('are told by names %s too', async (_what, lines) => {
		const { status, lines: counts } = await put([text('x.txt', lines), text('y.txt', glossary)]);
		expect(status).toBe('Failed');
		// Both recordings or the line for one of them, the other, and the glossary as a stranger.
		expect(counts).toEqual([0, lines.startsWith('c') ? 4 : 3]);
	});

	it('are the one text with tabs when none names audio', async () => {
		const found = await put([text('x.txt', glossary), text('y.txt', notes)]);
		expect(found.error).toMatch(/All 5 lines were rejected; the first: Its audio file is not in/);
	});

	it.each([
		['there is none', [], /has no transcripts: one .txt or .tsv/],
		['they are CSV', [text('trans.csv', 'a.wav,one')], /has no transcripts/],
		['they are in a folder', [text('x/trans.txt', good)], /has no transcripts/],
		['there are two', [text('1.txt', good), text('2.txt', good)], /2 text files that may be/],
		[
			'each has its own',
			[text('a.txt', 'a.wav\tone'), text('b.tsv', 'b.wav\ttwo'), text('c.txt', notes)],
			/2 text files that may be/,
		],
		['two have tabs', [text('1.txt', glossary), text('2.txt', glossary)], /2 text files that/],
		['none of two has', [text('1.txt', notes), text('2.txt', notes)], /2 text files that/],
		['they are UTF-16', [text('t.txt', Buffer.from(good, 'utf16le'))], /'t.txt' is UTF-16/],
		[
			'they are UTF-16 without a mark',
			[text('t.txt', Buffer.from(good.slice(1), 'utf16le'))],
			/'t.txt' holds zero bytes/,
		],
		['they are Latin-1', [text('t.txt', Buffer.from('a.wav\t\xe9', 'latin1'))], /not valid UTF-8/],
		['they are empty', [text('t.txt', '')], /All 2 lines were rejected; the first: It has no line/],
	] as [string, ZipEntry[], RegExp][])('fail the archive when %s', async (_what, texts, error) => {
		const found = await put(texts);
		expect(found.status).toBe('Failed');
		expect(found.error).toMatch(error);
	});

	it('are strangers in an archive of audio alone', async () => {
		expect(await put([text('trans.txt', good)], 'AudioFiles')).toMatchObject({ lines: [2, 1] });
	});

	it.each([
		['three columns', 'b.wav\tspeaker\tthree', ['b.wav: It has 2 tabs']],
		['a tab at its end', 'b.wav\tthree\t', ['b.wav: It has 2 tabs']],
		['no tab', 'b.wav three', ['2: It has 0 tabs', 'b.wav: It has no line']],
		['nothing said', 'b.wav\t', ['b.wav: The transcript is empty']],
		['blanks for what is said', 'b.wav\t \u3000', ['b.wav: The transcript is empty']],
		['a control character', 'b.wav\tthr\u0007ee', ['b.wav: It contains a control']],
		['a lone carriage return', 'b.wav\tthr\ree', ['b.wav: It contains a carriage return']],
		['no ending', 'b\tthree', ["b: It does not write the name as the archive does: 'b.wav'"]],
		['quotes around the name', '"b.wav"\tthree', ['"b.wav": It does not write the name']],
		['a path', 'C:\\data\\b.wav\tthree', ['C:\\data\\b.wav: It does not write the name']],
		['a ./', './b.wav\tthree', ['./b.wav: It does not write the name']],
		['a blank behind the name', 'b.wav \tthree', ['b.wav : It does not write the name']],
		['another name', 'c.wav\tthree', ['c.wav: Its audio file is not in', 'b.wav: It has no line']],
		[
			'a name that has a line already',
			'a.wav\tthree\nb.wav\tfour',
			['a.wav: Its audio file has a line already'],
		],
		[
			'such a name in other letters',
			'A.wav\tthree\nb.wav\tfour',
			['A.wav: Its audio file has a line already'],
		],
	] as [string, string, string[]][])('lose a line with %s', async (_what, line, reasons) => {
		const found = await put([text('trans.txt', `${BOM}a.wav\tone\n${line}\n`)]);
		expect(await reasonsOf(emulator, found.id)).toEqual(
			reasons.map((reason) => expect.stringContaining(reason)),
		);
		expect(found.lines).toEqual([line.includes('\n') ? 2 : 1, reasons.length]);
	});

	it('lose a heading', async () => {
		const found = await put([text('trans.txt', `${BOM}file\ttranscript\n${good.slice(1)}`)]);
		expect(found).toMatchObject({ status: 'Succeeded', lines: [2, 1] });
	});

	it('with old line ends fail for them', async () => {
		const { error } = await put([text('trans.txt', good.replace(/\r\n/g, '\r'))]);
		expect(error).toMatch(/the first: It contains a carriage return without a line feed/);
	});

	it('without recordings fail for that', async () => {
		const archive = makeZip([text('sentences.txt', notes), text('pronunciation.txt', glossary)]);
		const { error } = await examined(emulator, 'Acoustic', archive);
		expect(error).toBe('The archive contains no audio: no .wav file.');
	});

	it.each(['a.mp3', 'notes.csv', '.DS_Store', 'more.zip', 'a.wav.bak', 'trans.docx'])(
		'have no place for %s beside them',
		async (name) => {
			const found = await put([text('trans.txt', good), text(name, 'x')]);
			expect(found).toMatchObject({ status: 'Succeeded', lines: [2, 1] });
			expect(await reasonsOf(emulator, found.id)).toEqual([
				expect.stringContaining(`${name}: It is neither audio`),
			]);
		},
	);

	it.each([
		['sub/a.wav', /in a folder/],
		['sub/', /in a folder/],
		['sub\\a.wav', /in a folder/],
		['__MACOSX/._a.wav', /what macOS adds/],
	])('have no place for %s either', async (name, reason) => {
		for (const kind of ['Acoustic', 'AudioFiles']) {
			const texts = kind === 'Acoustic' ? [text('trans.txt', good)] : [];
			const found = await put(
				[...texts, { name, content: name.endsWith('/') ? '' : content }],
				kind,
			);
			expect(found).toMatchObject({ status: 'Succeeded', lines: [2, 1] });
			expect((await reasonsOf(emulator, found.id))[0]).toMatch(reason);
		}
	});

	it('need no entry for the folder they were packed in', async () => {
		const found = await put([text('./', ''), text('./trans.txt', good)]);
		expect(found).toMatchObject({ status: 'Succeeded', lines: [2, 0] });
	});
});
