import { InputError } from './inputError';

/** The custom property that carries a training's fingerprint. */
export const FINGERPRINT_PROPERTY = 'n8nTrainingFingerprint';

/** The custom property that carries a test's fingerprint. */
export const TEST_FINGERPRINT_PROPERTY = 'n8nTestFingerprint';

/** The custom property that carries the fingerprint of an endpoint's creation. */
export const ENDPOINT_FINGERPRINT_PROPERTY = 'n8nEndpointFingerprint';

/** The custom property of an endpoint that names the model it served before, as `models/<id>` or `models/base/<id>`. */
export const PREVIOUS_MODEL_PROPERTY = 'n8nPreviousModel';

/** The custom property by which Speech Studio tells tests apart; source: Microsoft Learn, "Test accuracy of a custom speech model". */
export const TESTING_KIND_PROPERTY = 'testingKind';

/** The custom property that carries the hash of a dataset's content. */
export const CONTENT_PROPERTY = 'n8nContentSha256';

/** The custom property that names the model a model was retrained from. */
export const RETRAINED_FROM_PROPERTY = 'n8nRetrainedFrom';

/** Properties of a model the nodes write themselves. */
export const OWN_PROPERTIES = [FINGERPRINT_PROPERTY, RETRAINED_FROM_PROPERTY];

/** Limits of `customProperties`; source: OpenAPI document 2025-10-15. */
export const MOST_PROPERTIES = 10;
const LONGEST_KEY = 64;
const LONGEST_VALUE = 256;

/**
 * Checks a person's custom properties against the service's limits, with room left for the fingerprint.
 *
 * @throws InputError naming the entry that is over a limit.
 */
export function checkCustomProperties(properties: Record<string, string>): void {
	const label = "'Custom Properties'";
	const keys = Object.keys(properties);
	// The node must add the fingerprint; without it a retry could train twice.
	const room = MOST_PROPERTIES - 1;
	if (keys.length > room) {
		throw new InputError(
			`${label} has ${keys.length} entries, including those of the retrained model, but at most ${room} are possible.`,
			`The service allows ${MOST_PROPERTIES} for each model, and the node needs one of them to recognize the training on a retry. Remove some.`,
		);
	}
	checkPropertyTexts(properties);
}

/**
 * Checks names and values of custom properties against the service's limits.
 *
 * @throws InputError naming the entry that is over a limit.
 */
export function checkPropertyTexts(properties: Record<string, string>): void {
	const label = "'Custom Properties'";
	for (const key of Object.keys(properties)) {
		if (key === '' || key.length > LONGEST_KEY) {
			throw new InputError(
				`${label} has a name of ${key.length} characters.`,
				`A name must have 1 to ${LONGEST_KEY} characters.`,
			);
		}
		if (properties[key].length > LONGEST_VALUE) {
			throw new InputError(
				`${label} has a value of ${properties[key].length} characters under '${key}'.`,
				`A value can have at most ${LONGEST_VALUE} characters.`,
			);
		}
	}
}
