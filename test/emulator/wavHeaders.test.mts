import { startEmulator } from './client.mts';
import { examined, reasonsOf } from './examined.mts';
import { makeWav } from '../support/makeWav.mts';
import { makeZip } from '../support/makeZip.mts';

/** A chunk of a WAV file. @param {string} id @param {Buffer | number} content */
function chunk(id: string, content: Buffer | number) {
	const bytes = Buffer.isBuffer(content) ? content : Buffer.alloc(content, 7);
	const head = Buffer.alloc(8);
	head.write(id, 'latin1');
	head.writeUInt32LE(bytes.length, 4);
	return Buffer.concat([head, bytes, Buffer.alloc(bytes.length % 2)]);
}

const HEADER = 44;
const second = 32_000;
const wav = (/** @type {any} */ how: any) => makeWav({ seconds: 1, ...how });

describe('the header of a WAV file', () => {
	/** @type {import('./client.mts').Emulator} */
	let emulator: import('./client.mts').Emulator;
	beforeAll(async () => {
		emulator = await startEmulator({ seed: 'bare', limits: { audioSeconds: 3 } });
	});
	afterAll(() => emulator.close());

	/** What becomes of a recording, packed and stored. @param {Buffer} content */
	async function heard(content: Buffer) {
		const found = [];
		for (const stored of [false, true]) {
			const archive = makeZip([{ name: 'a.wav', content, stored }]);
			const { id, milliseconds } = await examined(emulator, 'AudioFiles', archive);
			found.push((await reasonsOf(emulator, id))[0] ?? milliseconds);
		}
		expect(found[0]).toBe(found[1]);
		return found[0];
	}

	it.each([
		['one that says all', wav({}), 1000],
		['8,000 Hz', wav({ sampleRate: 8000 }), 1000],
		['a length of 0', wav({ claimed: 0 }), 1000],
		['the length 0xFFFFFFFF', wav({ claimed: 0xffffffff }), 1000],
		['the length 0x7FFFF000', wav({ claimed: 0x7ffff000 }), 1000],
		['the length 0x7FFFFFFF', wav({ claimed: 0x7fffffff }), 1000],
		['the first length that is open', wav({ claimed: 0x7fff0000 }), 1000],
		['44 bytes more than there are', wav({ claimed: second + 44 }), 1000],
		['1,024 bytes more than there are', wav({ claimed: second + 1024 }), 1000],
		['less than there is', wav({ claimed: second / 2 }), 500],
		['a chunk after the samples', Buffer.concat([wav({}), chunk('LIST', 100)]), 1000],
		['a list before the samples', wav({ before: chunk('LIST', 26) }), 1000],
		['a list of odd length', wav({ before: chunk('LIST', 27) }), 1000],
		['a long bext chunk', wav({ before: chunk('bext', 70_001) }), 1000],
		['a chunk of 3 MB', wav({ before: chunk('iXML', 3 * 2 ** 20) }), 1000],
		[
			'many chunks',
			wav({ before: Buffer.concat(Array.from({ length: 500 }, () => chunk('junk', 31))) }),
			1000,
		],
		['a chunk before the format', before('JUNK', 90_000), 1000],
		['the extensible form of PCM', extensible(1), 1000],
		['the longest that is allowed', wav({ seconds: 3 }), 3000],
	] as [string, Buffer, number][])(
		'with %s is understood',
		async (_what, content, milliseconds) => {
			expect(await heard(content)).toBe(milliseconds);
		},
	);

	it.each([
		['1,025 bytes more than there are', wav({ claimed: second + 1025 }), /cut short/],
		['the last length that is none of the open', wav({ claimed: 0x7ffeffff }), /cut short/],
		['all of its samples missing', wav({}).subarray(0, HEADER), /cut short/],
		['a little that is said and nothing there', wav({ seconds: 0, claimed: 44 }), /no samples/],
		['half a sample after it', wav({ claimed: 0 }).subarray(0, HEADER + 1), /no samples/],
		['an open length and nothing after it', wav({ claimed: 0, seconds: 0 }), /no samples/],
		['a chunk that goes on past the end', endless(), /no samples/],
		['samples before the format', misplaced(), /nothing about its format before/],
		['a format that is cut', cutFormat(), /nothing about its format before/],
		['no chunks', wav({}).subarray(0, 12), /nothing about its format before/],
		['two channels', wav({ channels: 2 }), /2 channels/],
		['8 bit', wav({ bits: 8 }), /not 16-bit PCM/],
		['24 bit', wav({ bits: 24 }), /not 16-bit PCM/],
		['a-law', wav({ format: 6 }), /not 16-bit PCM/],
		['the extensible form of floats', extensible(3), /not 16-bit PCM/],
		['44,100 Hz', wav({ sampleRate: 44_100 }), /44100 Hz/],
		['RF64', named('RF64'), /RF64, not RIFF/],
		['BW64', named('BW64'), /BW64, not RIFF/],
		['RIFX', named('RIFX'), /RIFX, not RIFF/],
		['another form of RIFF', form('AVI '), /no WAV file/],
		['the start of an MP3', Buffer.from('ID3\x04 and so on'), /no WAV file/],
		['more seconds than are allowed', wav({ seconds: 3.1 }), /longer than 3 s/],
	] as [string, Buffer, RegExp][])('with %s is refused', async (_what, content, reason) => {
		expect(await heard(content)).toMatch(reason);
	});

	/** @param {string} id @param {number} length */
	function before(id: string, length: number) {
		const whole = wav({});
		return Buffer.concat([whole.subarray(0, 12), chunk(id, length), whole.subarray(12)]);
	}

	/** @param {number} tag the real one */
	function extensible(tag: number) {
		const whole = wav({});
		const format = Buffer.concat([whole.subarray(20, 36), Buffer.alloc(24)]);
		format.writeUInt16LE(0xfffe, 0);
		format.writeUInt16LE(tag, 24);
		return Buffer.concat([whole.subarray(0, 12), chunk('fmt ', format), whole.subarray(36)]);
	}

	function endless() {
		const whole = wav({ before: chunk('LIST', 10) });
		whole.writeUInt32LE(0xfffffff0, 40);
		return whole;
	}

	function misplaced() {
		const whole = wav({});
		return Buffer.concat([whole.subarray(0, 12), whole.subarray(36), whole.subarray(12, 36)]);
	}

	function cutFormat() {
		const whole = wav({});
		const cut = chunk('fmt ', whole.subarray(20, 34));
		return Buffer.concat([whole.subarray(0, 12), cut, whole.subarray(36)]);
	}

	/** @param {string} id */
	function named(id: string) {
		const whole = wav({});
		whole.write(id, 0, 'latin1');
		return whole;
	}

	/** @param {string} id */
	function form(id: string) {
		const whole = wav({});
		whole.write(id, 8, 'latin1');
		return whole;
	}
});
