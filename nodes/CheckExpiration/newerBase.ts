import { takesAudioOnly } from '../shared/speech/audioKinds';
import { NO_ENDPOINTS, supportsEndpoints } from '../shared/speech/endpointSupport';
import type { BaseModel, CustomModel, Endpoint } from '../shared/speech/entities';
import { isExpired, isOpenToTraining } from '../shared/speech/expiry';
import { targetOf } from '../shared/speech/references';
import { creation, type Inventory } from './inventory';

/** The base model to move to, and the newer ones that were passed over for it. */
export interface NewerBase {
	newerBase: BaseModel | null;
	rejectedBases: Array<{ base: BaseModel; reason: string }>;
}

/** Why a base model does not do; null when it does. */
type Objection = (base: BaseModel) => string | null;

/** The newest base model that can be trained, when it is newer than the one the model came from. */
export function newerBaseToTrain(model: CustomModel, inventory: Inventory, now: number): NewerBase {
	const own = inventory.baseById.get(targetOf(model.baseModel)?.id ?? '');
	const objections: Objection[] = [
		withoutEndpoints,
		({ properties }) =>
			properties?.features?.supportsAdaptationsWith?.length === 0
				? 'it cannot be trained with any kind of data'
				: null,
		// The lists tell no kinds of data; but what was trained from such a base before is audio.
		(base) =>
			takesAudioOnly(base) && !(own && takesAudioOnly(own))
				? 'it accepts only audio, and the kinds of your data are not known'
				: null,
	];
	const newer = newerThan(creation(own ?? model), model.locale, inventory).filter((base) =>
		isOpenToTraining(base, now),
	);
	return firstWithout(objections, newer);
}

/** The newest base model an endpoint can serve, when it is newer than the one it serves. */
export function newerBaseToServe(
	endpoint: Endpoint,
	served: BaseModel | null,
	inventory: Inventory,
	now: number,
): NewerBase {
	const since = served ? creation(served) : 0;
	const newer = newerThan(since, endpoint.locale, inventory);
	return firstWithout(
		[withoutEndpoints],
		newer.filter((base) => !isExpired(base, now)),
	);
}

function withoutEndpoints(base: BaseModel): string | null {
	return supportsEndpoints(base) === false ? NO_ENDPOINTS : null;
}

/** Newest first. */
function newerThan(moment: number, locale: string | undefined, { readyBases }: Inventory) {
	const ready = readyBases.get(locale?.toLowerCase() ?? '') ?? [];
	return ready.filter((base) => creation(base) > moment);
}

function firstWithout(objections: Objection[], newestFirst: BaseModel[]): NewerBase {
	const rejectedBases: NewerBase['rejectedBases'] = [];
	for (const base of newestFirst) {
		const reason = objections.map((objection) => objection(base)).find(Boolean);
		if (!reason) return { newerBase: base, rejectedBases };
		rejectedBases.push({ base, reason });
	}
	return { newerBase: null, rejectedBases };
}
