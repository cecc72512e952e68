import type { ByteReader } from './byteReader.mts';

const PCM = 1;
const EXTENSIBLE = 0xfffe;
const RATES = [8000, 16_000];
/** From here on a length is open, as 0 is: what writers put in that did not know it when they began. */
const OPEN_LENGTH = 0x7fff0000;
/** So many bytes more than there are may be claimed, as headers do that count themselves. */
const CLAIMED_TOO_MUCH = 1024;
/** The longest form of a format. */
const LONGEST_FORMAT = 40;

const NO_FORMAT = 'It says nothing about its format before its samples.';
const NO_SAMPLES = 'It contains no samples.';

export type Audio = { milliseconds: number; fault?: string };

export type Format = { tag: number; channels: number; rate: number; bits: number };

/**
 * Reads the chunks of a WAV file up to its samples: how long it is, or why it cannot be used.
 * Source: "Training and testing datasets", audio; Microsoft, "Multiple channel audio data and WAVE files".
 * @param size of the whole file
 */
export async function readWav(reader: ByteReader, size: number): Promise<Audio> {
	if (size === 0) return unusable('It is empty.');
	const head = (await reader.take(12)).toString('latin1');
	if (!/^RIFF.{4}WAVE$/s.test(head)) {
		const other = /^(RF64|BW64|RIFX)/.exec(head)?.[1];
		return unusable(other ? `It is ${other}, not RIFF.` : 'It is no WAV file.');
	}
	let format: Format | undefined;
	for (;;) {
		const start = await reader.take(8);
		if (start.length < 8) return unusable(format ? NO_SAMPLES : NO_FORMAT);
		const name = start.toString('latin1', 0, 4);
		const length = start.readUInt32LE(4);
		if (name === 'data') {
			return format ? lengthOf(format, length, size - reader.position) : unusable(NO_FORMAT);
		}
		// Chunks begin at even places.
		const end = reader.position + length + (length % 2);
		if (name === 'fmt ') format = readFormat(await reader.take(Math.min(length, LONGEST_FORMAT)));
		await reader.skip(end - reader.position);
	}
}

/**
 * @returns nothing when it is cut
 */
function readFormat(bytes: Buffer): Format | undefined {
	if (bytes.length < 16) return undefined;
	const tag = bytes.readUInt16LE(0);
	return {
		// The extended form says the real one in the first two bytes of an id.
		tag: tag === EXTENSIBLE && bytes.length >= 26 ? bytes.readUInt16LE(24) : tag,
		channels: bytes.readUInt16LE(2),
		rate: bytes.readUInt32LE(4),
		bits: bytes.readUInt16LE(14),
	};
}

/**
 * @param said length of the samples, as the header has it
 * @param rest what there is of them
 */
function lengthOf(format: Format, said: number, rest: number): Audio {
	const fault = faultOfFormat(format);
	if (fault) return unusable(fault);
	const isOpen = said === 0 || said >= OPEN_LENGTH;
	if (!isOpen && said > rest + CLAIMED_TOO_MUCH) return unusable('It is cut short.');
	const samples = Math.floor((isOpen ? rest : Math.min(said, rest)) / 2);
	if (samples < 1) return unusable(NO_SAMPLES);
	return { milliseconds: Math.round((samples / format.rate) * 1000) };
}

function faultOfFormat({ tag, channels, rate, bits }: Format) {
	if (tag !== PCM || bits !== 16) return 'It is not 16-bit PCM.';
	if (channels !== 1) return `It has ${channels} channels, not one.`;
	return RATES.includes(rate) ? undefined : `Its sample rate is ${rate} Hz, not 8000 or 16000.`;
}

function unusable(fault: string) {
	return { milliseconds: 0, fault };
}
