import { once } from 'node:events';
import { createWriteStream } from 'node:fs';
import { deflateRawSync } from 'node:zlib';
import { makeWav } from '../../test/support/makeWav.mts';
import { makeZip } from '../../test/support/makeZip.mts';

const SECONDS_EACH = 5;

/**
 * Writes an archive of recordings and transcripts of about the given size, without holding it in memory.
 *
 */
async function writeLargeArchive(
	file: string,
	bytes: number,
): Promise<{ bytes: number; recordings: number }> {
	const content = makeWav({ seconds: SECONDS_EACH });
	const packed = deflateRawSync(content);
	const recordings = Math.floor(bytes / packed.length);
	const names = Array.from({ length: recordings }, (_, index) => `call-${index}.wav`);
	const transcripts = names.map((name, index) => `${name}\tthis is recording number ${index}\n`);
	const out = createWriteStream(file);
	let written = 0;
	const write = async (piece) => {
		written += piece.length;
		if (!out.write(piece)) await once(out, 'drain');
	};
	// All recordings hold the same, so an archive of one tells the bytes of each but for its name.
	const directory = [];
	for (const name of names) {
		const { local, record } = partsOf({ name, content, packed }, written);
		directory.push(record);
		await write(local);
	}
	const trans = partsOf({ name: 'trans.txt', content: `\ufeff${transcripts.join('')}` }, written);
	await write(trans.local);
	const records = Buffer.concat([...directory, trans.record]);
	const offset = written;
	await write(records);
	const end = makeZip([]);
	end.writeUInt16LE(recordings + 1, 8);
	end.writeUInt16LE(recordings + 1, 10);
	end.writeUInt32LE(records.length, 12);
	end.writeUInt32LE(offset, 16);
	await write(end);
	out.end();
	await once(out, 'close');
	return { bytes: written, recordings };
}

/** An entry and its record in the directory, for the place where it comes to stand. */
function partsOf(entry, offset) {
	const archive = makeZip([entry]);
	const begin = archive.readUInt32LE(archive.length - 6);
	const record = Buffer.from(archive.subarray(begin, archive.length - 22));
	record.writeUInt32LE(offset, 42);
	return { local: archive.subarray(0, begin), record };
}

export { writeLargeArchive };
