import { trainingKinds } from '../locales.mts';
import type { BaseModelRecord, FeatureOverrides, Features, ModelRecord } from '../records.mts';
import type { Moment } from '../service.mts';
import { overridesAt } from './deprecation.mts';

/** What a model can usually be used for. */
const usual: Features = {
	supportsTranscriptionsSubmit: true,
	supportsTranscriptionsTranscribe: true,
	supportsEndpoints: true,
	supportsTranscriptionsOnSpeechContainers: false,
	supportedOutputFormats: ['Display', 'Lexical'],
};

/**
 * The features of a base model: those set by hand over the usual ones, null takes one or all out.
 */
export function baseFeatures({ fields, overrides }: BaseModelRecord): Features | null {
	if (overrides.features === null) return null;
	const supportsAdaptationsWith = trainingKinds(fields.locale);
	return laidOver({ ...usual, supportsAdaptationsWith }, overrides.features);
}

/**
 * The features of a custom model. They are those of its base, but for what can be trained with.
 */
export function modelFeatures(model: ModelRecord | BaseModelRecord, moment: Moment) {
	const base = baseOf(model, moment);
	const features = base ? baseFeatures(base) : usual;
	return features && laidOver(features, { supportsAdaptationsWith: null });
}

/**
 * Kinds of dataset a base model can be trained with.
 */
export function supportedKinds(base: BaseModelRecord, { now }: Moment): string[] {
	const { features } = overridesAt(base, now);
	if (features === null) return [];
	return laidOver(baseFeatures(base) ?? {}, features).supportsAdaptationsWith ?? [];
}

/**
 * Whether a base model says that no endpoint can use it. Where it says nothing, it may.
 */
export function lacksEndpoints(base: BaseModelRecord) {
	return baseFeatures(base)?.supportsEndpoints === false;
}

/**
 * Whether a model, base or custom, is known not to serve endpoints: it says so, or its base does.
 */
export function servesNoEndpoint(model: ModelRecord | BaseModelRecord, moment: Moment) {
	const base = baseOf(model, moment);
	const own = model.overrides.features?.supportsEndpoints;
	return own === false || (own !== true && base !== undefined && lacksEndpoints(base));
}

/**
 * Whether a model, base or custom, recognizes words in their lexical form too, not only as they are displayed.
 */
export function tellsLexical(model: ModelRecord | BaseModelRecord, moment: Moment) {
	const formats = modelFeatures(model, moment)?.supportedOutputFormats;
	return formats === undefined || formats.includes('Lexical');
}

/**
 * The base model a custom model was trained from, as long as it is there; a base model is its own.
 */
function baseOf(model: ModelRecord | BaseModelRecord, { service }: Moment) {
	const link = 'refs' in model ? model.refs.baseModel : undefined;
	return service.store.get('baseModels', link?.id ?? model.id);
}

function laidOver(features: Features, changes: FeatureOverrides = {}): Features {
	const result: Features = { ...features };
	for (const [name, value] of Object.entries(changes)) {
		if (value === null) Reflect.deleteProperty(result, name);
		else result[name] = value;
	}
	return result;
}
