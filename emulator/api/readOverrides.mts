import { isObject, type JsonObject } from '../domain/json.mts';
import type { FeatureOverrides, Overrides } from '../domain/records.mts';

/**
 * What properties in the shape of the API fix about a model, as facts. What cannot be understood fixes nothing.
 */
export function readOverrides({ deprecationDates, features }: JsonObject): Overrides {
	const overrides: Overrides = {};
	if (deprecationDates === null) overrides.deprecation = null;
	else if (isObject(deprecationDates)) {
		const { adaptationDateTime, transcriptionDateTime } = deprecationDates;
		overrides.deprecation = {
			adaptation: instantOf(adaptationDateTime),
			recognition: instantOf(transcriptionDateTime),
		};
	}
	if (features === null) overrides.features = null;
	else if (isObject(features) && areFeatures(features)) overrides.features = features;
	return overrides;
}

function instantOf(value: unknown) {
	const instant = typeof value === 'string' ? Date.parse(value) : NaN;
	return Number.isNaN(instant) ? undefined : instant;
}

const FLAGS = [
	'supportsTranscriptionsSubmit',
	'supportsTranscriptionsTranscribe',
	'supportsEndpoints',
	'supportsTranscriptionsOnSpeechContainers',
];
const LISTS = ['supportedOutputFormats', 'supportsAdaptationsWith'];

function areFeatures(value: JsonObject): value is FeatureOverrides {
	const isAbsent = (name: string) => value[name] === undefined || value[name] === null;
	return (
		FLAGS.every((name) => isAbsent(name) || typeof value[name] === 'boolean') &&
		LISTS.every((name) => isAbsent(name) || Array.isArray(value[name]))
	);
}
