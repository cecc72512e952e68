import { inspect } from '../../../nodes/UploadDataset/check/inspect';
import { DATASET_KINDS } from '../../../nodes/shared/speech/entities';
import { makeWav } from '../../support/makeWav.mts';
import { makeZip } from '../../support/makeZip.mts';
import { BOM, DETECT, sourceOf } from './sources';

const one = { name: 'one.wav', content: makeWav({ seed: 1 }) };
const trans = { name: 'trans.txt', content: `${BOM}one.wav\thello there` };

const CONTENTS: Array<[string, string, () => Buffer | string]> = [
	['audio with transcripts', 'data.zip', () => makeZip([one, trans])],
	['audio', 'data.zip', () => makeZip([one])],
	['an archive that is damaged', 'data.zip', () => makeZip([one, trans]).subarray(0, 300)],
	['an archive of something else', 'data.zip', () => makeZip([{ name: 'a.pdf', content: 'x' }])],
	['sentences', 'menu.txt', () => `${BOM}A sentence.\n`],
	['pronunciations', 'pronunciation.txt', () => `${BOM}3CPO\tthree c p o\n`],
	['nothing', 'empty.txt', () => ''],
];

describe.each(DATASET_KINDS.map((kind) => [kind]))('the kind %s that a person chose', (kind) => {
	it.each(CONTENTS)(
		'stands, and is no guess, when the file holds %s',
		async (_w, name, content) => {
			const inspection = await inspect(sourceOf(name, content()), { ...DETECT, kind });
			expect(inspection).toMatchObject({ kind, isKindOpen: false, doubt: null });
		},
	);
});

describe('a kind that nobody chose', () => {
	it.each([
		['audio with transcripts', 'Acoustic'],
		['audio', 'AudioFiles'],
		['sentences', 'Language'],
		['pronunciations', 'Pronunciation'],
	])('is found out: %s are %s', async (what, kind) => {
		const [, name, content] = CONTENTS.find(([held]) => held === what) ?? CONTENTS[0];
		const inspection = await inspect(sourceOf(name, content()), DETECT);
		expect(inspection).toMatchObject({ kind, isKindOpen: false });
	});

	it.each(['an archive that is damaged', 'an archive of something else'])(
		'is left open when it cannot be told: %s',
		async (what) => {
			const [, name, content] = CONTENTS.find(([held]) => held === what) ?? CONTENTS[0];
			const inspection = await inspect(sourceOf(name, content()), DETECT);
			expect(inspection.isKindOpen).toBe(true);
			expect(inspection.doubt).toMatch(/^the archive /);
		},
	);
});
