import type { SpeechClient } from '../shared/api/client';
import { allOf, equals } from '../shared/api/filter';
import { startOnce, type IfThere, type OncePlan, type Settling } from '../shared/api/startOnce';
import { toMillis } from '../shared/speech/dates';
import type { CustomModel } from '../shared/speech/entities';
import {
	FINGERPRINT_PROPERTY,
	MOST_PROPERTIES,
	RETRAINED_FROM_PROPERTY,
} from '../shared/speech/customProperties';
import { isExpired } from '../shared/speech/expiry';
import { holdsFingerprint, markedFingerprint } from '../shared/speech/fingerprint';
import { InputError } from '../shared/speech/inputError';
import { idOf } from '../shared/speech/references';
import { stateOf } from '../shared/speech/status';
import { isOwn } from '../shared/speech/twins';
import { quoted } from '../shared/speech/text';
import { planFingerprint, type TrainingPlan } from './plan/trainingPlan';

/**
 * Starts the training unless the same one has been started before; the tries of one run start it only once.
 *
 * @param run Equal for all tries of one run, different for every other run.
 * @throws InputError when it exists and the person chose to fail then.
 */
export async function startTraining(
	client: SpeechClient,
	plan: TrainingPlan,
	ifAlreadyTrained: IfThere,
	run: string,
): Promise<Settling<CustomModel>> {
	const mark = markedFingerprint(planFingerprint(plan), run, ifAlreadyTrained === 'again');
	const start = { mark, property: FINGERPRINT_PROPERTY };
	const now = Date.now();
	return await startOnce<CustomModel>(client, {
		...start,
		wanted: sameTrainings(plan),
		locale: plan.locale,
		isUsable: (model) => works(model, now) && (takesOver(model, plan) || isOwn(model, start)),
		ifThere: ifAlreadyTrained,
		post: async () => await client.post<CustomModel>('models', requestBody(client, plan, mark)),
		alreadyThere: alreadyTrained,
	});
}

function sameTrainings(plan: TrainingPlan): OncePlan<CustomModel>['wanted'] {
	const { displayName, locale } = plan;
	const filter = allOf(equals('displayName', displayName), equals('locale', locale));
	const fingerprint = planFingerprint(plan);
	return {
		collection: 'models',
		query: { filter },
		isSame: ({ customProperties }) =>
			holdsFingerprint(customProperties?.[FINGERPRINT_PROPERTY], fingerprint),
		traces: [fingerprint],
	};
}

/**
 * Whether a model takes over from the one being retrained: it says that it was retrained from it, or is newer. That one
 * is not its own successor, nor are twins each other's.
 */
function takesOver(model: CustomModel, { retrained }: TrainingPlan): boolean {
	if (retrained === null) return true;
	const creation = ({ createdDateTime }: CustomModel) => toMillis(createdDateTime) ?? 0;
	// Dates are exact to the second, in which a short training may end.
	const isItsOwn = model.customProperties?.[RETRAINED_FROM_PROPERTY] === idOf(retrained);
	return isItsOwn || creation(model) > creation(retrained);
}

function works(model: CustomModel, now: number): boolean {
	return stateOf(model) !== 'failed' && !isExpired(model, now);
}

function requestBody(client: SpeechClient, plan: TrainingPlan, mark: string): object {
	const { base, project, description, customModelWeightPercent } = plan;
	return {
		displayName: plan.displayName,
		locale: plan.locale,
		datasets: plan.datasets.map((dataset) => client.reference('datasets', idOf(dataset))),
		customProperties: withOwnProperties(plan, mark),
		...(base && { baseModel: client.reference('baseModels', idOf(base)) }),
		...(project && { project: client.reference('projects', idOf(project)) }),
		...(description && { description }),
		...(customModelWeightPercent !== null && { properties: { customModelWeightPercent } }),
	};
}

/** The predecessor is worth knowing but not worth a refusal, so it gives way when the properties are full. */
function withOwnProperties({ customProperties, retrained }: TrainingPlan, mark: string) {
	const own = { ...customProperties, [FINGERPRINT_PROPERTY]: mark };
	const isFull = Object.keys(own).length >= MOST_PROPERTIES;
	return retrained && !isFull ? { ...own, [RETRAINED_FROM_PROPERTY]: idOf(retrained) } : own;
}

function alreadyTrained(model: CustomModel): InputError {
	return new InputError(
		`A model trained the same way already exists: ${quoted(model.displayName)} (${idOf(model)}).`,
		"Set 'If Already Trained' to Reuse Existing or Train Again, or change what is trained.",
	);
}
