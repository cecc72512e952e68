import { transcribedAudio } from './archives.mts';
import { startEmulator, type Emulator } from './client.mts';
import { examined } from './examined.mts';
import { makeWav } from '../support/makeWav.mts';
import { makeZip, type ZipEntry, type ZipForm } from '../support/makeZip.mts';

const content = makeWav({ seconds: 0.1 });
const trans = { name: 'trans.txt', content: '\ufeffa.wav\tone\nb.wav\ttwo\n' };

/** Two recordings and their transcripts. @param how of every entry @param more of the archive */
const archive = (how?: Partial<ZipEntry>, more?: ZipForm) =>
	makeZip(
		[{ name: 'a.wav', content }, { name: 'b.wav', content }, trans].map((entry) => ({
			...entry,
			...how,
		})),
		more,
	);

const LOCAL = Buffer.from('PK\x03\x04', 'latin1');
const DIRECTORY = Buffer.from('PK\x01\x02', 'latin1');

/** An archive with some bytes changed, counted from a signature. */
function changed(signature: Buffer, at: number, ...bytes: number[]) {
	const zip = archive({ stored: true });
	Buffer.from(bytes).copy(zip, zip.indexOf(signature) + at);
	return zip;
}

describe('an archive', () => {
	let emulator: Emulator;
	beforeAll(async () => {
		emulator = await startEmulator({ seed: 'bare' });
	});
	afterAll(() => emulator.close());

	it.each([
		['packed', {}],
		['stored', { stored: true }],
		['in zip64 form', { zip64: true }],
		['in zip64 form, stored', { zip64: true, stored: true }],
		['in zip64 form only before its files', { zip64: 'local' }],
		['in zip64 form only at its end', {}, { zip64: true }],
		['with descriptors', { descriptor: 'signed' }],
		['with descriptors without signature', { descriptor: 'bare' }],
		['with long descriptors', { descriptor: 'signed64' }],
		['with long descriptors without signature', { descriptor: 'bare64' }],
		['in zip64 form with descriptors', { zip64: true, descriptor: 'signed64' }],
		['in zip64 form with bare descriptors', { zip64: true, descriptor: 'bare64' }],
		['in zip64 form with descriptors, stored', { zip64: true, descriptor: 'bare64', stored: true }],
		['streamed as Python does', { zip64: 'local', descriptor: 'signed64' }],
		['with a comment', {}, { comment: 'made in May' }],
		['with other fields', { extra: Buffer.from('555405000100000000', 'hex') }],
		['with the attributes of Unix', { attributes: 0o100644 }],
	] as [string, Partial<ZipEntry>, ZipForm?][])('%s is read', async (...row) => {
		const [, how, more] = row;
		expect(await examined(emulator, 'Acoustic', archive(how, more))).toMatchObject({
			status: 'Succeeded',
			lines: [2, 0],
			milliseconds: 200,
		});
	});

	it('with an empty entry and a descriptor is read to its end', async () => {
		for (const descriptor of ['bare', 'signed', 'bare64', 'signed64'] as const) {
			const zip = makeZip([
				{ name: 'empty.md', content: '', descriptor },
				{ name: 'a.wav', content, descriptor },
			]);
			expect(await examined(emulator, 'AudioFiles', zip)).toMatchObject({ lines: [1, 1] });
		}
	});

	it.each([
		['is no zip', Buffer.from('a.wav\tone two three four five six'), /is not a zip archive/],
		['is a text', Buffer.from('\ufeffone two three'), /is not a zip archive/],
		['is a recording', content, /is not a zip archive/],
		['has lost its end', archive().subarray(0, -30), /not a zip archive, or its end is missing/],
		['has lost its last byte', archive().subarray(0, -1), /not a zip archive|end is cut off/],
		[
			'has lost a part of its comment',
			archive({}, { comment: 'made in May' }).subarray(0, -3),
			/bytes after its end, or its end is cut off/,
		],
		['goes on after its end', Buffer.concat([archive(), Buffer.from('more')]), /bytes after its/],
		['begins with something else', Buffer.concat([Buffer.from('more'), archive()]), /not a zip/],
		['is the last part of several', archive({}, { end: { disk: 1 } }), /one part of several/],
		[
			'is the first part of several',
			Buffer.concat([Buffer.from('PK\x07\x08', 'latin1'), archive()]),
			/one part of several/,
		],
		['is encrypted', archive({ flags: 1 }), /'a.wav' cannot be read. It is encrypted/],
		['is strongly encrypted', archive({ flags: 0x41 }), /encrypted/],
		['is packed by another method', archive({ method: 14 }), /compression is not supported/],
		['is packed by Deflate64', archive({ method: 9 }), /compression is not supported/],
		['holds a link', archive({ attributes: 0o120777 }), /It is a link/],
		['holds a path that leads out', archive({ name: '../a.wav' }), /'..\/a.wav' leads out/],
		['holds a path that leads out on Windows', archive({ name: '..\\a.wav' }), /leads out/],
		['holds an absolute path', archive({ name: '/a.wav' }), /leads out/],
		['holds a path with a drive', archive({ name: 'C:\\a.wav' }), /leads out/],
		['holds an absolute path behind a dot', archive({ name: './/a.wav' }), /leads out/],
		['holds a name with a zero', archive({ name: 'a\0.wav' }), /leads out/],
		['names a file otherwise in its directory', archive({ directoryName: 'x.wav' }), /damaged at/],
		['tells another size before a file', changed(LOCAL, 22, 1), /damaged at 'a.wav'/],
		['tells another method before a file', changed(LOCAL, 8, 8), /damaged at 'a.wav'/],
		['is encrypted only before a file', changed(LOCAL, 6, 1, 8), /'a.wav' cannot be read/],
		['tells another place in its directory', changed(DIRECTORY, 42, 9), /damaged/],
		['tells another size in its directory', changed(DIRECTORY, 24, 9), /damaged: .*mismatch/],
		['has packed bytes that are none', archive({ packed: Buffer.alloc(99, 0xff) }), /damaged at/],
		['hides a file from its directory', hidden(), /damaged/],
		['has transcripts that were changed', tampered(), /damaged at 'trans.txt'/],
	] as [string, Buffer, RegExp][])('that %s fails', async (_what, zip, error) => {
		const found = await examined(emulator, 'Acoustic', zip);
		expect(found).toMatchObject({ status: 'Failed', lines: [0, 0] });
		expect(found.error).toMatch(error);
	});

	it('of 10,000 recordings is looked at within seconds', async () => {
		const names = Array.from({ length: 10_000 }, (_, index) => `call ${index}.wav`);
		const short = makeWav({ seconds: 0.01 });
		const zip = makeZip([
			...names.map((name) => ({ name, content: short, stored: true })),
			{ name: 'trans.txt', content: names.map((name) => `${name}\tone two\n`).join('') },
		]);
		const start = Date.now();
		expect(await examined(emulator, 'Acoustic', zip)).toMatchObject({ lines: [10_000, 0] });
		expect(Date.now() - start).toBeLessThan(30_000);
		const more = transcribedAudio(
			Object.fromEntries([...names, 'x.wav'].map((name) => [name, 'a'])),
		);
		expect((await examined(emulator, 'Acoustic', more)).error).toMatch(/more than 10000 files/);
	});

	/** One entry more than the directory names. */
	function hidden() {
		const zip = archive();
		const first = makeZip([{ name: 'c.wav', content }]);
		const entry = first.subarray(0, first.indexOf(DIRECTORY));
		const at = zip.indexOf(DIRECTORY);
		const moved = Buffer.concat([zip.subarray(0, at), entry, zip.subarray(at)]);
		moved.writeUInt32LE(at + entry.length, moved.length - 6);
		return moved;
	}

	function tampered() {
		const zip = archive({ stored: true });
		const at = zip.indexOf('one');
		zip.writeUInt8(zip.readUInt8(at) + 1, at);
		return zip;
	}
});
