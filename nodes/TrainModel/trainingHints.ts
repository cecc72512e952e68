import { isServable } from '../shared/speech/endpointSupport';
import type { BaseModel, CustomModel } from '../shared/speech/entities';
import { quoted } from '../shared/speech/text';
import { hasTrainingHardware } from '../shared/speech/trainingHardware';

/**
 * What a person would want to know before a long wait.
 *
 * @param region Null when the credential names none; then nothing is said about it.
 */
export function trainingHints(training: {
	baseName: string | null;
	charged: boolean | null;
	region: string | null;
}): string[] {
	const { baseName, charged, region } = training;
	const hints: string[] = [];
	if (charged) {
		hints.push(
			`Azure charges for training${baseName ? ` from base model ${quoted(baseName)}` : ''}.`,
		);
	}
	// Whatever the data: the newest page on regions makes no difference between text and audio.
	if (region !== null && hasTrainingHardware(region) === false) {
		hints.push(
			`Region '${region}' has no dedicated hardware for training. According to Microsoft's current list of regions, custom models must be trained in a region that has it and can be copied from there. Older pages say only that training with audio is slower without it.`,
		);
	}
	return hints;
}

/** What a person must know of a model that no endpoint can serve; null when one can, or when that is not told. */
export function noEndpointsHint(model: CustomModel, base: BaseModel | null): string | null {
	if (isServable(model, base) !== false) return null;
	const from = base ? `, because it is trained from base model ${quoted(base.displayName)}` : '';
	return `Model ${quoted(model.displayName)} is for batch transcription only and cannot be deployed to an endpoint${from}.`;
}
