import { startEmulator } from './client.mts';
import { examined } from './examined.mts';
import { makeWav } from '../support/makeWav.mts';
import { makeZip } from '../support/makeZip.mts';

const BOM = '\ufeff';

// The files Microsoft publishes as samples are not ours to carry along. These are made as they are: texts with a mark,
// line feeds and no end of the last line; structured text without a mark; archives packed without the flag for UTF-8,
// with one file of transcripts that has a carriage return in its ends of lines or no mark.

/** @param {string} name @param {Buffer | string} content */
const entry = (name: string, content: Buffer | string) => ({
	name,
	rawName: Buffer.from(name),
	content,
});
const first = entry('audio1.wav', makeWav({ seconds: 2 }));
const second = entry('audio2.wav', makeWav({ seconds: 1, sampleRate: 8000 }));
const said = 'audio1.wav\tContent is organized into Projects.\r\naudio2.wav\tA project is specific';

/** @type {[string, string, Buffer | string, number][]} kind, what it is like, content, and its lines */
const SAMPLES: [string, string, Buffer | string, number][] = [
	['Pronunciation', 'with a mark', `${BOM}3CPO\tthree c p o\nCNTK\tc n t k\nIEEE\ti triple e`, 3],
	['Language', 'with a mark', `${BOM}This is the 1st sentence.\nIt's 50% of them; "quoted".`, 2],
	['Language', 'with long lines', `${BOM}${`${wordsOf(300)}\n`.repeat(3)}`, 3],
	[
		'LanguageMarkdown',
		'without a mark',
		`@ list locale =
- english
- german

@ list language =
- .net


@ speech:phoneticlexicon
- .net/D AO T N EH T

# SomeTrainingSentence
- This supports input files in {@locale}
- There are libraries written in {@language} for it
- This is another training sentence`,
		7,
	],
	['Acoustic', 'with a mark', makeZip([first, second, entry('trans.txt', BOM + said)]), 2],
	['Acoustic', 'without a mark', makeZip([first, second, entry('trans.txt', said)]), 2],
	['Acoustic', 'of another name', makeZip([first, second, entry('Transcriptions.txt', said)]), 2],
	['AudioFiles', 'alone', makeZip([first, second]), 2],
	[
		'OutputFormatting',
		'with a mark',
		`${BOM}// a comment\n#itn\n\\d-\\d-\\d\n#rewrite\nold phrase\tnew phrase\n# profanity\nmasked\n#test\nMask the word\tMask it`,
		4,
	],
];

/** @param {number} count */
function wordsOf(count: number) {
	return Array.from({ length: count }, (_, index) => `word${index}`).join(' ');
}

describe('data as published samples are made', () => {
	/** @type {import('./client.mts').Emulator} */
	let emulator: import('./client.mts').Emulator;
	beforeAll(async () => {
		emulator = await startEmulator({ seed: 'bare' });
	});
	afterAll(() => emulator.close());

	it.each(SAMPLES)(
		'%s %s is accepted whole in every locale',
		async (kind, _what, content, lines) => {
			for (const locale of [
				'en-US',
				'de-DE',
				'es-ES',
				'it-IT',
				'ja-JP',
				'ko-KR',
				'pt-BR',
				'zh-CN',
			]) {
				expect([locale, await examined(emulator, kind, content, locale)]).toEqual([
					locale,
					expect.objectContaining({ status: 'Succeeded', error: undefined, lines: [lines, 0] }),
				]);
			}
		},
	);
});
