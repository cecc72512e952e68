import { MOST_SHOWN } from '../../../nodes/UploadDataset/check/finding';
import { inspect } from '../../../nodes/UploadDataset/check/inspect';
import type { DatasetKind } from '../../../nodes/shared/speech/entities';
import { makeWav } from '../../support/makeWav.mts';
import { makeZip, type ZipEntry } from '../../support/makeZip.mts';
import { BOM, briefly, DETECT, sourceOf } from './sources';

const wav = (name: string): ZipEntry => ({ name, content: makeWav({ seed: name.length }) });
const text = (name: string, ...lines: string[]): ZipEntry => ({
	name,
	content: BOM + lines.join('\n'),
});
const one = wav('one.wav');
const trans = text('trans.txt', 'one.wav\tthe first recording');

/** All that is found in an archive, each finding with how to fix it. */
async function found(kind: DatasetKind | null, entries: ZipEntry[]) {
	const source = sourceOf('data.zip', makeZip(entries));
	const { report } = await inspect(source, { ...DETECT, kind });
	return report.findings.shown.map((finding) => `${briefly(finding)} ${finding.fix}`);
}

const EACH = 'on each line, the name of an audio file, one tab, and what is said';
const NO_TRANSCRIPTS = `Add them as one text file, such as trans.txt: ${EACH}. For audio without transcripts, choose 'Audio Only' in 'Data Type'.`;
const ONE_TEXT = `Put all of them into one text file: ${EACH}.`;
const NOT_ZIPPED =
	'Upload text files one by one, not zipped. For audio, add WAV files and their transcripts to the zip file.';
const OFFICE = 'The file is an Office document. Save it as plain text, "UTF-8 with BOM".';
const TAKEN_IN =
	"trans.txt: The archive has transcripts (1 line in trans.txt), which its data type does not accept. Choose 'Audio + Human-Labeled Transcript' in 'Data Type'.";

describe('an archive without audio', () => {
	it.each<[string, ZipEntry[], string]>([
		['of a Word document', [{ name: 'word/document.xml', content: '<x/>' }], OFFICE],
		['of an Excel sheet', [{ name: 'xl/workbook.xml', content: '<x/>' }], OFFICE],
		['of slides', [{ name: 'ppt/slides.xml', content: '<x/>' }], OFFICE],
		[
			'of one text',
			[text('a.txt', 'A sentence.')],
			`The archive contains 1 text and no WAV file. ${NOT_ZIPPED}`,
		],
		[
			'of several texts',
			[text('a.txt', 'A sentence.'), text('b.tsv', 'Another one.')],
			`The archive contains 2 texts and no WAV file. ${NOT_ZIPPED}`,
		],
		[
			'of something else',
			[{ name: 'readme.md', content: 'x' }],
			`The archive contains no WAV file. ${NOT_ZIPPED}`,
		],
		[
			'of nothing',
			[],
			'The archive contains no WAV file. Add the audio to the zip file as .wav files.',
		],
	])('says so when it is one %s', async (_what, entries, finding) => {
		expect((await found('Acoustic', entries))[0]).toBe(finding);
	});
});

describe('an archive with a folder', () => {
	it.each([
		['calls', "'calls'. Add the files to the zip file without folders."],
		['__MACOSX', "'__MACOSX'. The folder comes from macOS. Create the zip file with 'zip -X -j'."],
	])('says what to do about %s', async (folder, words) => {
		const entries = [one, trans, { name: `${folder}/`, stored: true, content: '' }];
		expect(await found('Acoustic', entries)).toEqual([
			`${folder}: The archive has a folder: ${words}`,
		]);
	});
});

describe('an archive of audio only', () => {
	it.each<[string, ZipEntry[], string[]]>([
		['no text', [], []],
		['transcripts', [trans], [TAKEN_IN]],
		[
			'another text',
			[text('notes.txt', 'Recorded in May.')],
			['notes.txt: The file is text, but its data type accepts only audio. Remove it.'],
		],
		[
			'transcripts and another text',
			[trans, text('notes.txt', 'Recorded in May.')],
			[TAKEN_IN, 'notes.txt: The file is text, but its data type accepts only audio. Remove it.'],
		],
		[
			'two transcripts, which are each told of as a text',
			[trans, { ...trans, name: 'more.txt' }],
			['trans.txt', 'more.txt'].map(
				(name) => `${name}: The file is text, but its data type accepts only audio. Remove it.`,
			),
		],
	])('takes no text, and has %s', async (_what, texts, findings) => {
		expect(await found('AudioFiles', [one, ...texts])).toEqual(findings);
	});
});

describe('an archive of audio with transcripts', () => {
	const perFile = (name: string) => text(name, 'just what is said');
	const like = (name: string) => ({ ...trans, name });

	it.each<[string, ZipEntry[], string[]]>([
		['them', [one, trans], []],
		['no text', [one], [`The archive has no transcripts. ${NO_TRANSCRIPTS}`]],
		[
			'them and another text',
			[one, trans, text('notes.txt', 'Recorded in May.')],
			['notes.txt: The file is text, but the transcripts are in trans.txt. Remove it.'],
		],
		[
			'a text for each recording',
			[one, wav('two.wav'), perFile('one.txt'), perFile('TWO.txt')],
			[`The archive has a text file for each recording, such as 'one.txt'. ${ONE_TEXT}`],
		],
		[
			'texts of which not each is for a recording',
			[one, perFile('one.txt'), perFile('two.txt')],
			[`The archive has no transcripts: no text file in it has ${EACH}. ${NO_TRANSCRIPTS}`],
		],
		[
			'two that could be them',
			[one, like('a.txt'), like('b.txt')],
			[`The archive has several transcripts: 'a.txt', 'b.txt'. ${ONE_TEXT}`],
		],
		[
			'four that could be them, of which three are named',
			[one, ...['a.txt', 'b.txt', 'c.txt', 'd.txt'].map(like)],
			[`The archive has several transcripts: 'a.txt', 'b.txt', 'c.txt'. ${ONE_TEXT}`],
		],
		[
			'what could be them, one for each recording',
			[one, wav('two.wav'), like('one.txt'), like('two.txt')],
			[`The archive has a text file for each recording, such as 'one.txt'. ${ONE_TEXT}`],
		],
	])('has %s', async (_what, entries, findings) => {
		expect(await found('Acoustic', entries)).toEqual(findings);
	});

	it('is not searched for lines when its text is none', async () => {
		expect(await found('Acoustic', [one, perFile('one.txt')])).toEqual([
			`The archive has no transcripts: no text file in it has ${EACH}. ${NO_TRANSCRIPTS}`,
		]);
	});

	it('counts all that is wrong and shows the first', async () => {
		const lines = Array.from({ length: MOST_SHOWN + 1 }, (_, index) => `${index}.wav\tsaid`);
		const source = sourceOf(
			'data.zip',
			makeZip([one, text('trans.txt', 'one.wav\tfirst', ...lines)]),
		);
		const { report } = await inspect(source, { ...DETECT, kind: 'Acoustic' });
		expect(report.findings.count).toBe(MOST_SHOWN + 1);
		expect(report.findings.shown).toHaveLength(MOST_SHOWN);
	});
});
