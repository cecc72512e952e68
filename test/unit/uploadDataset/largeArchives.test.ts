import { inspect } from '../../../nodes/UploadDataset/check/inspect';
import { makeWav } from '../../support/makeWav.mts';
import { makeZip, type ZipEntry } from '../../support/makeZip.mts';
import { DETECT, sourceOf, told } from './sources';

const WAV = makeWav({ seed: 1 });

async function findingsOf(entries: ZipEntry[]) {
	const { report } = await inspect(sourceOf('data.zip', makeZip(entries)), {
		...DETECT,
		usedFor: 'testing',
	});
	return told(report).findings;
}

describe('an archive', () => {
	it('is refused when it unpacks to too much in all', async () => {
		const files = Array.from({ length: 6 }, (_, index) => ({
			name: `${index}.wav`,
			content: WAV,
			stored: true,
			packed: Buffer.alloc(11_000_000),
			unpacked: 2_000_000_000,
		}));
		expect(await findingsOf(files)).toContain(
			'5.wav: The archive expands to more than 10 GiB, like a zip bomb.',
		);
	});

	it('is stopped when its audio is beyond two hours', async () => {
		const content = Buffer.concat([
			makeWav({ sampleRate: 8_000, claimed: 7_201 * 16_000 }),
			Buffer.alloc(7_200 * 16_000),
		]);
		const transcripts = { name: 'trans.txt', content: '\ufeffone.wav\thello there' };
		expect(await findingsOf([{ name: 'one.wav', content, stored: true }, transcripts])).toEqual([
			'one.wav: The audio is 7,201 s long, but at most 7,200 s (2 hours) are allowed.',
		]);
	});

	it('may hold 10,000 audio files and no more', async () => {
		const content = makeWav({ seconds: 0.001 });
		const files = Array.from({ length: 10_001 }, (_, index) => ({
			name: `${index}.wav`,
			content,
			stored: true,
		}));
		expect(await findingsOf(files.slice(1))).toEqual([]);
		expect(await findingsOf(files)).toEqual([
			'The archive contains 10,001 audio files, but at most 10,000 are allowed.',
		]);
	});
});
