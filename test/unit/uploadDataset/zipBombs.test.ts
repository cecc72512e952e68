import { ByteCursor } from '../../../nodes/UploadDataset/check/byteCursor';
import { inspect } from '../../../nodes/UploadDataset/check/inspect';
import { EntryBody } from '../../../nodes/UploadDataset/check/zip/entryBody';
import { readLocalHeader } from '../../../nodes/UploadDataset/check/zip/localHeader';
import { readTranscript } from '../../../nodes/UploadDataset/check/zip/transcript';
import { unpacked } from '../../../nodes/UploadDataset/check/zip/unpacked';
import { makeZip, type ZipEntry } from '../../support/makeZip.mts';
import { memoryInUse } from '../../support/memoryInUse.mts';
import { BOM, DETECT, sourceOf, told } from './sources';

const MIB = 1024 * 1024;

/** Unpacks the first entry of an archive until it is refused; tells how many bytes came until then. */
async function unpackedUntilRefused(archive: Buffer, unpackedBefore = 0) {
	const cursor = new ByteCursor(sourceOf('data.zip', archive).open());
	const header = await readLocalHeader(cursor);
	let bytes = 0;
	try {
		for await (const piece of unpacked(new EntryBody(cursor, header, unpackedBefore), header)) {
			bytes += piece.length;
		}
	} catch (thrown) {
		return { bytes, message: (thrown as Error).message };
	}
	return { bytes, message: null };
}

describe('a bomb among the transcripts', () => {
	const content = Buffer.alloc(32 * MIB, `${BOM}one.wav\t${'a'.repeat(100_000)}\n`);
	const bombs: Array<[string, ZipEntry]> = [
		['whose header says less', { name: 'trans.txt', content, unpacked: 1_000 }],
		['that tells its size afterwards', { name: 'trans.txt', content, descriptor: 'signed' }],
		[
			'that tells less than its size afterwards',
			{ name: 'trans.txt', content, unpacked: 1_000, descriptor: 'bare' },
		],
	];

	const archives = bombs.map(([what, entry]) => [what, makeZip([entry])] as const);

	it.each(archives)('%s is unpacked no further than it may', async (_what, archive) => {
		const { bytes, message } = await unpackedUntilRefused(archive);
		expect(message).toMatch(/^The file expands from .* to .*, like a zip bomb\.$/);
		expect(bytes).toBeLessThan(20 * MIB);
	});

	it.each(archives)('%s is a finding', async (_what, archive) => {
		const { report } = await inspect(sourceOf('data.zip', archive), DETECT);
		expect(told(report).findings.at(-1)).toMatch(
			/^trans\.txt: The file expands from .*, like a zip bomb\.$/,
		);
	});

	it('counts together with what the files before it unpack to', async () => {
		const archive = makeZip([{ name: 'trans.txt', content: 'a'.repeat(1_000), unpacked: 1 }]);
		const most = 10 * 1024 * MIB;
		expect(await unpackedUntilRefused(archive, most - 1_000)).toEqual({
			bytes: 1_000,
			message: null,
		});
		expect(await unpackedUntilRefused(archive, most - 999)).toEqual({
			bytes: 0,
			message: 'The archive expands to more than 10 GiB, like a zip bomb.',
		});
	});
});

describe('the transcripts', () => {
	it('that are long and pack well are read to their end', async () => {
		const lines = Array.from({ length: 300_000 }, (_, number) => `${number}.wav\thello again\n`);
		for (const descriptor of [undefined, 'signed'] as const) {
			const entry = { name: 'trans.txt', content: BOM + lines.join(''), descriptor };
			const archive = makeZip([entry, { name: 'notes.pdf', content: 'x' }]);
			const { report, why } = await inspect(sourceOf('data.zip', archive), DETECT);
			expect(why).toBe('the archive contains transcripts');
			expect(told(report).findings.join('\n')).not.toContain('zip bomb');
		}
	});

	it.each([
		['a short file name', 'a recording of a call.wav\t', 'x'],
		['a file name without end', '', 'a'],
	])('are not held in memory when their lines have %s', async (_what, start, filler) => {
		async function* longLines() {
			yield await Promise.resolve(Buffer.from(BOM));
			for (let number = 0; number < 100; number++) {
				yield Buffer.from(`${number}${start}${filler.repeat(400_000)}\tx\n`);
			}
		}
		const before = memoryInUse();
		const { lines } = await readTranscript(longLines(), 'trans.txt', 'en-US');
		expect(memoryInUse() - before).toBeLessThan(20 * MIB);
		expect(lines).toHaveLength(start === '' ? 0 : 100);
	});
});
