import { startEmulator } from './client.mts';
import { examined, reasonsOf } from './examined.mts';
import { makeWav } from '../support/makeWav.mts';
import { makeZip, unicodePathField } from '../support/makeZip.mts';

const BOM = '\ufeff';
const content = makeWav({ seconds: 0.1 });
/** `grün.wav` in code page 437, in code page 1252, and in UTF-8 with its accent apart. */
const cp437 = Buffer.from('gr\x81n.wav', 'latin1');
const cp1252 = Buffer.from('gr\xfcn.wav', 'latin1');
const utf8 = Buffer.from('grün.wav');
const apart = Buffer.from('gru\u0308n.wav');

describe('names in an archive', () => {
	/** @type {import('./client.mts').Emulator} */
	let emulator: import('./client.mts').Emulator;
	beforeAll(async () => {
		emulator = await startEmulator({ seed: 'bare' });
	});
	afterAll(() => emulator.close());

	/** @param {any} entry of one recording @param {string} line that names it */
	const put = (entry: any, line: string) =>
		examined(
			emulator,
			'Acoustic',
			makeZip([
				{ name: 'a.wav', content, ...entry },
				{ name: 'trans.txt', content: `${BOM}${line}\tone two\n` },
			]),
		);

	it.each([
		['code page 437', { rawName: cp437 }, 'grün.wav'],
		['code page 437, in other letters', { rawName: cp437 }, 'GRÜN.WAV'],
		['code page 437, with its accent apart in the line', { rawName: cp437 }, 'gru\u0308n.wav'],
		['UTF-8 with its flag', { name: 'grün.wav' }, 'grün.wav'],
		['UTF-8 without its flag', { rawName: utf8 }, 'grün.wav'],
		['UTF-8 with its accent apart', { name: apart.toString() }, 'grün.wav'],
		['UTF-8 with its accent apart and without its flag', { rawName: apart }, 'grün.wav'],
		['UTF-8, with its accent apart in the line', { name: 'grün.wav' }, 'gru\u0308n.wav'],
		['Japanese in UTF-8 without its flag', { rawName: Buffer.from('録音.wav') }, '録音.wav'],
		[
			'the Unicode path field',
			{ rawName: cp1252, extra: unicodePathField(cp1252, 'grün.wav') },
			'grün.wav',
		],
		['a ./ in front', { name: './a.wav' }, 'a.wav'],
		['a ./ in front twice', { name: '././a.wav' }, 'a.wav'],
		['a .\\ in front', { name: '.\\a.wav' }, 'a.wav'],
	] as [string, any, string][])('written in %s are found', async (_what, entry, line) => {
		expect(await put(entry, line)).toMatchObject({ status: 'Succeeded', lines: [1, 0] });
	});

	it('may be meant as code page 437, even when they are UTF-8 by chance', async () => {
		expect(await put({ rawName: Buffer.from('\xc2\xb5.wav', 'latin1') }, '┬╡.wav')).toMatchObject({
			lines: [1, 0],
		});
	});

	it.each([
		['code page 1252', { rawName: cp1252 }],
		['code page 850 where it differs', { rawName: Buffer.from('\xb5.wav', 'latin1') }],
		[
			'a Unicode path field for another name',
			{ rawName: cp1252, extra: unicodePathField(cp1252, 'grün.wav', 1) },
		],
		['UTF-8 without a reading in code page 437', { name: 'gr\u00fc\u00fcn.wav' }],
	] as [string, any][])('written in %s are not', async (_what, entry) => {
		const found = await put(entry, 'grün.wav');
		expect(found.status).toBe('Failed');
		expect(await reasonsOf(emulator, found.id)).toEqual([
			'grün.wav: Its audio file is not in the archive.',
			expect.stringMatching(/: It has no line in 'trans.txt'\.$/),
		]);
	});

	it('that differ only in their letters are one name, so that one of them has no line', async () => {
		const archive = makeZip([
			{ name: 'a.wav', content },
			{ name: 'A.wav', content },
			{ name: 'trans.txt', content: `${BOM}a.wav\tone\nA.wav\ttwo\n` },
		]);
		const { id, lines } = await examined(emulator, 'Acoustic', archive);
		expect(lines).toEqual([1, 2]);
		expect(await reasonsOf(emulator, id)).toEqual([
			'A.wav: Its audio file has a line already.',
			"A.wav: It has no line in 'trans.txt'.",
		]);
	});
});
