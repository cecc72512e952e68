import type { BaseModel } from './entities';

/** Kinds of dataset that hold audio. */
export const AUDIO_KINDS = ['Acoustic', 'AudioFiles'];

export function isAudioKind(kind: string): boolean {
	return AUDIO_KINDS.includes(kind);
}

/** Whether a base model names the kinds it can be trained with, and all of them are audio. */
export function takesAudioOnly({ properties }: BaseModel): boolean {
	const kinds = properties?.features?.supportsAdaptationsWith;
	return Array.isArray(kinds) && kinds.length > 0 && kinds.every(isAudioKind);
}
