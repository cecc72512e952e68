/** Seconds of an audio file that a training can use; source: Microsoft Learn, "Training and testing datasets". */
export const LONGEST_TRAINING_SECONDS = 40;

/** The custom property of a dataset that tells how many of its audio files a training can use the sound of. */
export const SHORT_AUDIO_PROPERTY = 'n8nAudioFilesUpTo40s';

/**
 * How many audio files of at most 40 seconds a dataset holds.
 *
 * @returns null when its properties do not say so.
 */
export function shortAudioFiles(customProperties: Record<string, string> = {}): number | null {
	const text = customProperties[SHORT_AUDIO_PROPERTY];
	return text !== undefined && /^\d{1,9}$/.test(text) ? Number(text) : null;
}
