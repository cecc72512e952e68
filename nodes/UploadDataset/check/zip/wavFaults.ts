import type { WavFormat } from './wavHeader';

/** Source: Microsoft Learn, "Training and testing datasets". */
const SAMPLE_RATES = [8_000, 16_000];
const CHANNELS = 1;
const BITS = 16;

/** Seconds an audio file may last in a test. */
export const LONGEST_TEST = 2 * 60 * 60;

/** What to do with audio that is no such WAV. */
export const TO_WAV = 'Convert it to WAV: PCM, 16 bit, mono, 8,000 or 16,000 Hz.';

/** Bytes by which a header may say too much: some programs count the header itself, or a last sample that is not there. */
const COUNTED_WRONG = 1024;

/** What the service does not take of a WAV file's format, in words; null when it takes it. */
export function formatFault(wav: WavFormat): string | null {
	const { isPcm, channels, sampleRate, bitsPerSample } = wav;
	const faults = [
		!isPcm && 'not PCM',
		channels !== CHANNELS && (channels === 2 ? 'stereo' : `of ${channels} channels`),
		!SAMPLE_RATES.includes(sampleRate) && `of ${sampleRate.toLocaleString('en-US')} Hz`,
		isPcm && bitsPerSample !== BITS && `of ${bitsPerSample} bit`,
	].filter(Boolean);
	return faults.length > 0 ? faults.join(', ') : null;
}

/**
 * How long a WAV file lasts, in seconds.
 *
 * @param fileBytes Size of the whole file: what the header says may be more than there is.
 */
export function secondsOf(wav: WavFormat, fileBytes: number): number {
	const { channels, sampleRate, bitsPerSample, dataBytes, dataOffset } = wav;
	const there = Math.max(0, fileBytes - dataOffset);
	const perSecond = (sampleRate * channels * bitsPerSample) / 8;
	const sound = Math.min(dataBytes ?? there, there);
	return perSecond > 0 && sound >= (channels * bitsPerSample) / 8 ? sound / perSecond : 0;
}

/**
 * How what a header says of the sound fits what there is: `cutOff` when much is missing, `miscounted` when so little
 * is that it was the header which was written wrong.
 */
export function lengthFault(
	{ dataBytes, dataOffset }: WavFormat,
	fileBytes: number,
): 'cutOff' | 'miscounted' | null {
	const missing = dataBytes === null ? 0 : dataOffset + dataBytes - fileBytes;
	if (missing <= 0) return null;
	return missing > COUNTED_WRONG ? 'cutOff' : 'miscounted';
}
