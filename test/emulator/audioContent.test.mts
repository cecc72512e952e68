import { linesOf } from './examined.mts';
import { transcribedAudio } from './archives.mts';
import { makeWav, type WavForm } from '../support/makeWav.mts';
import { zipOf } from '../support/zipOf.mts';
import { call, ref, startEmulator, type Emulator } from './client.mts';

const wavOf = (form: WavForm = {}) => makeWav({ silent: true, ...form });

describe('archives of audio, examined by the published rules', () => {
	let emulator: Emulator;
	beforeAll(async () => {
		emulator = await startEmulator({ seed: 'bare', limits: { files: 4, audioSeconds: 3 } });
	});
	afterAll(() => emulator.close());

	async function examine(content: Buffer | string, kind: string = 'Acoustic') {
		const { id } = emulator.put('datasets', { kind });
		await emulator.putContent(id, content);
		const dataset = emulator.get('datasets', id);
		return {
			status: dataset?.status,
			lines: linesOf(dataset),
			milliseconds: dataset?.properties?.durationMilliseconds,
			error: dataset?.properties?.error?.message,
		};
	}

	const trans = (lines: Record<string, string>) =>
		'\ufeff' +
		Object.entries(lines)
			.map(([name, text]) => `${name}\t${text}\r\n`)
			.join('');
	const two = {
		'a.wav': wavOf({ seconds: 1.5 }),
		'b.wav': wavOf({ sampleRate: 8000 }),
		'trans.txt': trans({ 'a.wav': 'one two', 'b.wav': 'three' }),
	};

	it.each([
		['deflated', {}],
		['stored', { stored: true }],
		['with sizes in 64 bits', { zip64: true }],
	])('audio with transcripts, %s, is taken, and its length is told', async (_how, how) => {
		expect(await examine(zipOf(two, how))).toEqual({
			status: 'Succeeded',
			lines: [2, 0],
			milliseconds: 2500,
			error: undefined,
		});
	});

	it('the text may be called otherwise, but it must be one', async () => {
		const { 'trans.txt': text, ...audio } = two;
		expect((await examine(zipOf({ ...audio, 'words.tsv': text }))).status).toBe('Succeeded');
		expect((await examine(zipOf({ ...two, 'words.tsv': text }))).error).toMatch(/2 text files/);
		expect((await examine(zipOf(audio))).error).toMatch(/no transcripts: one .txt or .tsv/);
		expect((await examine(zipOf({ ...audio, 'x/trans.txt': text }))).error).toMatch(
			/no transcripts/,
		);
	});

	it('an audio file without a line, and a line without an audio file, are rejected', async () => {
		const found = await examine(
			zipOf({ ...two, 'trans.txt': trans({ 'a.wav': 'one two', 'c.wav': 'three' }) }),
		);
		expect(found).toMatchObject({ status: 'Succeeded', lines: [1, 2], milliseconds: 1500 });
	});

	it.each([
		['no tab', 'b.wav three'],
		['two tabs', 'b.wav\tthree\tfour'],
		['nothing after the tab', 'b.wav\t '],
		['a file that has a line already', 'a.wav\tthree\r\nb.wav\tthree'],
		['a control character', 'b.wav\tthree\u0001'],
	])('a line with %s is rejected', async (_what, line) => {
		const text = `${trans({ 'a.wav': 'one two' })}${line}\r\n`;
		const { status, lines } = await examine(zipOf({ ...two, 'trans.txt': text }));
		expect(status).toBe('Succeeded');
		// A file whose own line has no name it can be found by is told as well.
		expect(lines[1]).toBe(line.startsWith('b.wav three') ? 2 : 1);
	});

	it.each([
		['stereo', wavOf({ channels: 2 })],
		['of 8 bit', wavOf({ bits: 8 })],
		['of another rate', wavOf({ sampleRate: 44_100 })],
		['not PCM', wavOf({ format: 3 })],
		['without samples', wavOf({ seconds: 0 })],
		['empty', Buffer.alloc(0)],
		['no WAV', Buffer.from('ID3 and so on')],
		['cut short', wavOf().subarray(0, 1000)],
		['too long', wavOf({ seconds: 3.1 })],
	])('audio that is %s is rejected with its line', async (_what, audio) => {
		expect(await examine(zipOf({ ...two, 'b.wav': audio }))).toMatchObject({
			status: 'Succeeded',
			lines: [1, 1],
			milliseconds: 1500,
		});
	});

	it('audio whose writer did not know its length yet is measured', async () => {
		const found = await examine(zipOf({ ...two, 'b.wav': wavOf({ claimed: 0xffffffff }) }));
		expect(found).toMatchObject({ lines: [2, 0], milliseconds: 2500 });
	});

	it('audio alone counts each file', async () => {
		const audio = { 'a.wav': two['a.wav'], 'b.wav': two['b.wav'] };
		expect(await examine(zipOf(audio), 'AudioFiles')).toMatchObject({
			status: 'Succeeded',
			lines: [2, 0],
			milliseconds: 2500,
		});
		expect((await examine(zipOf(two), 'AudioFiles')).lines).toEqual([2, 1]);
	});

	it.each([
		['is no zip', () => Buffer.from('PK and that is all of it, really'), /not a zip archive/],
		['ends too early', () => zipOf(two).subarray(0, -30), /not a zip archive/],
		['is damaged', () => damaged(zipOf(two, { stored: true })), /damaged at 'trans.txt'/],
		['is encrypted', () => zipOf(two, { encrypted: true }), /cannot be read. It is encrypted/],
		['is packed otherwise', () => zipOf(two, { method: 14 }), /compression is not supported/],
		['is empty', () => zipOf({}), /no transcripts/],
		[
			'has too many files',
			() => zipOf({ ...two, 'c.wav': '', 'd.wav': '', 'e.wav': '' }),
			/more than 4 files/,
		],
		[
			'has nothing usable',
			() => zipOf({ ...two, 'a.wav': '', 'b.wav': '' }),
			/All 2 lines were rejected; the first: Its audio file cannot be used. It is empty./,
		],
	] as [string, () => Buffer, RegExp][])(
		'an archive that %s fails',
		async (_what, archive, message) => {
			const { status, error } = await examine(archive());
			expect(status).toBe('Failed');
			expect(error).toMatch(message);
		},
	);

	function damaged(zip: Buffer) {
		const at = zip.indexOf('one two');
		zip.writeUInt8(zip.readUInt8(at) + 1, at);
		return zip;
	}
});

describe('a training with audio', () => {
	let emulator: Emulator;
	beforeAll(async () => {
		const limits = { trainingSeconds: 2 };
		emulator = await startEmulator({ seed: 'empty', limits });
	});
	afterAll(() => emulator.close());

	/** @param seconds of the one file in each dataset */
	async function train(seconds: number[]) {
		const datasets = await Promise.all(
			seconds.map(async (length) => {
				const dataset = emulator.put('datasets', { kind: 'Acoustic' });
				const audio = { seconds: length };
				await emulator.putContent(dataset.id, transcribedAudio({ 'a.wav': 'one' }, audio));
				return ref(dataset);
			}),
		);
		const body = { displayName: 'M', locale: 'en-US', datasets };
		const { body: model } = await call(emulator, 'POST', '/models', { body });
		const id = String(emulator.list('models').find(({ self }) => self === model.self)?.id);
		return emulator.finish('models', id);
	}

	it('fails when every file of every dataset is too long for it', async () => {
		expect(await train([2.1, 3])).toMatchObject({
			status: 'Failed',
			properties: { error: { message: expect.stringMatching(/longer than 2 s/) } },
		});
	});

	it('succeeds when one file is short enough', async () => {
		expect((await train([2.1, 2])).status).toBe('Succeeded');
	});
});
