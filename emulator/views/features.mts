import { trainingKinds } from '../schemas/locales.mts';
import { withoutNulls } from './entityParts.mts';

export type EntityRecord = import('../types.mts').EntityRecord;

export type ViewContext = import('../types.mts').ViewContext;

/** What a model can usually be used for. */
const usual = {
	supportsTranscriptionsSubmit: true,
	supportsTranscriptionsTranscribe: true,
	supportsEndpoints: true,
	supportsTranscriptionsOnSpeechContainers: false,
	supportedOutputFormats: ['Display', 'Lexical'],
};

/**
 * The features of a base model: those set by hand over the usual ones, null takes one or all out.
 */
function baseFeatures({ fields, properties }: EntityRecord): Record<string, any> | null {
	if (properties.features === null) return null;
	const supportsAdaptationsWith = trainingKinds(fields.locale);
	return withoutNulls({ ...usual, supportsAdaptationsWith, ...properties.features });
}

/**
 * The features of a custom model. They are those of its base, but for what can be trained with.
 */
function modelFeatures(record: EntityRecord, ctx: ViewContext): Record<string, any> | null {
	const base = baseOf(record, ctx);
	const features = base ? baseFeatures(base) : usual;
	if (!features) return null;
	return withoutNulls({ ...features, supportsAdaptationsWith: null });
}

/**
 * The base model a custom model was trained from, as long as it is there; a base model is its own.
 */
function baseOf({ id, refs }: EntityRecord, { service }: ViewContext) {
	const link = refs.baseModel as import('../types.mts').Link | undefined;
	return service.store.get('baseModels', link?.id ?? id);
}

/**
 * Whether a base model says that no endpoint can use it. Where it says nothing, it may.
 */
function lacksEndpoints(base: EntityRecord) {
	return baseFeatures(base)?.supportsEndpoints === false;
}

/**
 * Whether a model, base or custom, is known not to serve endpoints: it says so, or its base does.
 */
function servesNoEndpoint(model: EntityRecord, ctx: ViewContext) {
	const base = baseOf(model, ctx);
	const own = model.properties.features?.supportsEndpoints;
	return own === false || (own !== true && base !== undefined && lacksEndpoints(base));
}

/**
 * Whether a model, base or custom, recognises words in their lexical form too, not only as they are displayed.
 */
function tellsLexical(model: EntityRecord, ctx: ViewContext) {
	const formats = modelFeatures(model, ctx)?.supportedOutputFormats;
	return formats === undefined || formats.includes('Lexical');
}

export { baseFeatures, lacksEndpoints, modelFeatures, servesNoEndpoint, tellsLexical };
