import { quoted } from '../shared/speech/text';
import { hasTrainingHardware } from '../shared/speech/trainingHardware';

const AUDIO_KINDS = new Set(['Acoustic', 'AudioFiles']);

/**
 * What a person would want to know before a long wait.
 *
 * @param region Null when the credential names none; then nothing is said about it.
 */
export function trainingHints(training: {
	baseName: string | null;
	charged: boolean | null;
	datasetKinds: string[];
	region: string | null;
}): string[] {
	const { baseName, charged, datasetKinds, region } = training;
	const hints: string[] = [];
	if (charged) {
		hints.push(
			`Azure charges for training${baseName ? ` from base model ${quoted(baseName)}` : ''}.`,
		);
	}
	const hasAudio = datasetKinds.some((kind) => AUDIO_KINDS.has(kind));
	if (hasAudio && region !== null && hasTrainingHardware(region) === false) {
		hints.push(
			`Region '${region}' has no dedicated training hardware, so training with audio is slower there or not possible. Consider training in a region that has it, and copying the model.`,
		);
	}
	return hints;
}
