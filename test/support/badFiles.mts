import { makeWav } from './makeWav.mts';
import { makeZip } from './makeZip.mts';

const BOM = '\ufeff';
const lines = (count: number, text: string) => `${text}\n`.repeat(count);
const wav = { name: 'one.wav', content: makeWav() };
const trans = { name: 'trans.txt', content: `${BOM}one.wav\tthe first recording` };

/** Files as a person may have them: name, content, where the fault is and what it is. */
export const BAD_FILES: Array<[file: string, content: Buffer | string, told: RegExp]> = [
	['utf16.txt', Buffer.from(`${BOM}hello there`, 'utf16le'), /Line 1: The file is UTF-16/],
	['latin1.txt', Buffer.from('good\ncafé au lait\n', 'latin1'), /Line 2: The line is not UTF-8/],
	['control.txt', `${BOM}one\ntwo\nth\u0007ree`, /Line 3: .*control character U\+0007/],
	['blank.txt', `${BOM}\n   \n\t\n`, /The file contains no text/],
	['pronunciation.txt', `${BOM}IEEE\ti triple e\n3CPO three c p o`, /Line 2: The line has no tab/],
	['lexicon.txt', `${BOM}C~3\tc three`, /Line 1: The displayed form contains the character '~'/],
	['pronunciations.txt', BOM + lines(70_000, 'ABCDEFGHI\ta b c'), /1,048,576 bytes \(1 MiB\)/],
	[
		'lists.md',
		BOM + Array.from({ length: 21 }, (_, n) => `@ list l${n} =\n- x\n`).join(''),
		/Line 41: The file has more than 20 lists/,
	],
	['rules.md', `${BOM}#itn\n${lines(201, '\\d-\\d')}`, /Line 202: .*#itn has more than 200/],
	['missing.zip', makeZip([wav, { ...wav, name: 'two.wav' }, trans]), /two\.wav: .*no line/],
	['stereo.zip', makeZip([{ ...wav, content: makeWav({ channels: 2 }) }, trans]), /stereo/],
	['line.zip', makeZip([wav, { ...trans, content: `${BOM}a.wav\tx\n` }]), /line 1: .*'a\.wav'/],
	[
		'wide.zip',
		makeZip([wav, { ...trans, content: Buffer.from('\ufeffone.wav\thi', 'utf16le') }]),
		/UTF-16/,
	],
	['folder.zip', makeZip([{ ...wav, name: 'audio/one.wav' }, trans]), /folder: 'audio'/],
	['secret.zip', makeZip([{ ...wav, flags: 1 }, trans]), /one\.wav: The file is encrypted/],
	['climb.zip', makeZip([{ ...wav, name: '../one.wav' }, trans]), /points outside of the archive/],
	['bomb.zip', makeZip([{ ...wav, content: Buffer.alloc(11 * 2 ** 20) }, trans]), /zip bomb/],
	['cut.zip', makeZip([wav, trans]).subarray(0, 4_000), /ends within the file/],
	['one.wav', wav.content, /single WAV file/],
	['report.pdf', Buffer.from('255044462d312e370a00ff00', 'hex'), /is a PDF document/],
	['noise.bin', Buffer.from('0001020304050607', 'hex'), /neither text nor a zip/],
];
