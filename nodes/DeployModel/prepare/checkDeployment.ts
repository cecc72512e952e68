import type { BaseModel, CustomModel, Endpoint } from '../../shared/speech/entities';
import { InputError } from '../../shared/speech/inputError';
import { sameLocale } from '../../shared/speech/locale';
import { stateOf } from '../../shared/speech/status';
import { quoted } from '../../shared/speech/text';

/**
 * Checks what the service would refuse: a model of another locale.
 *
 * @throws InputError before anything is sent.
 */
export function checkFits(model: CustomModel | BaseModel, endpoint: Endpoint): void {
	if (sameLocale(model.locale, endpoint.locale)) return;
	throw new InputError(
		`Model ${quoted(model.displayName)} has the locale ${model.locale}, but endpoint ${quoted(endpoint.displayName)} has ${endpoint.locale}.`,
		'Choose an endpoint with the same locale. The locale of an endpoint cannot be changed.',
	);
}

/**
 * Checks that an endpoint is not in the middle of another change.
 *
 * @throws InputError that says in what state it is.
 */
export function checkAtRest(endpoint: Endpoint): void {
	if (stateOf(endpoint) !== 'working') return;
	throw new InputError(
		`Endpoint ${quoted(endpoint.displayName)} is being changed: its status is ${endpoint.status}.`,
		"Wait for its last change to finish: use Wait For Training with 'Wait For' set to Endpoint.",
	);
}

/**
 * Checks that an endpoint works, so that there is something to go back to.
 *
 * @throws InputError when its last change has failed.
 */
export function checkWorks(endpoint: Endpoint): void {
	if (stateOf(endpoint) !== 'failed') return;
	throw new InputError(
		`The last change of endpoint ${quoted(endpoint.displayName)} failed, so its current model is not known.`,
		"Run Deploy Model with 'Operation' set to Roll Back first, or choose another endpoint.",
	);
}

type Json = Record<string, unknown>;

/**
 * Keeps a model from being deployed against the verdict of the test that the item brings.
 *
 * @param modelId Of the model to deploy; a test of another model says nothing of it.
 * @throws InputError when the test does not call the model better.
 */
export function checkVerdict({ test }: Json, modelId: string): void {
	const { better, verdict, candidate, model2 } = asObject(test);
	if (better !== false) return;
	const tested = String(asObject(candidate).id ?? asObject(model2).self ?? '').toLowerCase();
	if (tested !== '' && !tested.includes(modelId)) return;
	const words =
		verdict === 'inconclusive'
			? 'could not determine whether it is better'
			: 'did not find it better';
	throw new InputError(
		`The model was not deployed: the test of the incoming item ${words}.`,
		"Add an If node on 'test.better' before this node, or set 'If Test Is Not Better' to Deploy Anyway.",
	);
}

function asObject(value: unknown): Json {
	return typeof value === 'object' && value !== null ? (value as Json) : {};
}
