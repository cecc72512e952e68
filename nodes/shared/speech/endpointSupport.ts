import type { BaseModel, CustomModel } from './entities';

/**
 * Whether an endpoint can serve a model, as its features tell; null when they do not, which rules nothing out.
 * Source: OpenAPI document 2025-10-15, `features.supportsEndpoints`; it is false of the Whisper base models, from which
 * models for batch transcription are trained (Microsoft Learn, "Create a batch transcription").
 */
export function supportsEndpoints({ properties }: BaseModel | CustomModel): boolean | null {
	const reported: unknown = properties?.features?.supportsEndpoints;
	return typeof reported === 'boolean' ? reported : null;
}

/** The same of a custom model: its own features tell, and where they do not, those of its base model. */
export function isServable(model: CustomModel, base: BaseModel | null): boolean | null {
	return supportsEndpoints(model) ?? (base && supportsEndpoints(base));
}

/** Why a base model is passed over; completes a sentence. */
export const NO_ENDPOINTS =
	'it is for batch transcription only, and neither it nor a model trained from it can be deployed to an endpoint';
