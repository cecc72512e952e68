import { newestFirst } from '../shared/speech/dates';
import type { BaseModel, CustomModel, Endpoint } from '../shared/speech/entities';
import { expiryOf, type Expiry } from '../shared/speech/expiry';
import { idOf, targetOf } from '../shared/speech/references';
import { stateOf } from '../shared/speech/status';
import { cleanText, quoted } from '../shared/speech/text';
import type { Inventory } from './inventory';
import { newerBaseToServe, newerBaseToTrain, type NewerBase } from './newerBase';

export interface Moment {
	/** Milliseconds since the epoch. */
	now: number;
	/** Whole days before its last day from which a model counts as expiring. */
	warnWithinDays: number;
}

/** One checked model, or an endpoint whose model is no custom model of the resource. */
export interface ExpirationFinding extends NewerBase {
	model: CustomModel | null;
	endpoint: Endpoint | null;
	/** The base model an endpoint serves directly. */
	servedBase: BaseModel | null;
	expiry: Expiry;
	/** Endpoints that use the model. */
	usedBy: Endpoint[];
	/** Whether an endpoint already answers with the base model instead of this one. */
	usesBaseModel: boolean;
	/** The model this one was retrained as, when that one is fit to take over. */
	successor: CustomModel | null;
	needsRetraining: boolean;
	/** Whether something is to be done: a retraining, or another base model for an endpoint that serves one. */
	needsAction: boolean;
	/** Why the date is unknown, or why an expiring model still needs nothing; null when the dates say it all. */
	reason: string | null;
}

/** A model with one of these has no last day yet, or never had a first. */
const NOT_USABLE = new Set<string | undefined>(['NotStarted', 'Running', 'Failed']);

/** Whether a model can be used: its training is neither to come nor under way, and has not failed. */
export function isUsable({ status }: CustomModel): boolean {
	return !NOT_USABLE.has(status);
}

/** Checks every custom model. */
export function checkModels(inventory: Inventory, moment: Moment): ExpirationFinding[] {
	return inventory.models.map((model) => checkModel(model, inventory, moment));
}

/** Checks every endpoint by the model it serves. */
export function checkEndpoints(inventory: Inventory, moment: Moment): ExpirationFinding[] {
	return inventory.endpoints.map((endpoint) => {
		const id = targetOf(endpoint.model)?.id ?? '';
		const model = inventory.modelById.get(id);
		if (model) return { ...checkModel(model, inventory, moment, [endpoint]), endpoint };
		return checkWithoutModel(endpoint, inventory, moment);
	});
}

/**
 * Checks one custom model.
 *
 * @param usedBy The endpoints to judge it by; left out, all that serve it.
 */
export function checkModel(
	model: CustomModel,
	inventory: Inventory,
	moment: Moment,
	usedBy: Endpoint[] = inventory.usersOf.get(idOf(model)) ?? [],
): ExpirationFinding {
	const date = model.properties?.deprecationDates?.transcriptionDateTime;
	const expiry = expiryOf(date, moment.now, moment.warnWithinDays);
	const successor = successorOf(model, inventory, moment);
	const replaced = successor !== null && usedBy.length === 0;
	const needsRetraining = expiry.state !== 'valid' && isUsable(model) && !replaced;
	return {
		model,
		endpoint: null,
		servedBase: null,
		expiry,
		usedBy,
		usesBaseModel: expiry.state === 'expired' && usedBy.length > 0,
		...newerBaseToTrain(model, inventory, moment.now),
		successor,
		needsRetraining,
		needsAction: needsRetraining,
		reason: reasonOf(model, expiry, replaced ? successor : null),
	};
}

function reasonOf(
	model: CustomModel,
	{ state }: Expiry,
	successor: CustomModel | null,
): string | null {
	if (!isUsable(model)) return `it is not in use: its status is ${cleanText(model.status)}`;
	if (successor && state !== 'valid') return `it was retrained as ${quoted(successor.displayName)}`;
	return state === 'unknown' ? 'the service reports no expiration date for it' : null;
}

/** An endpoint that serves a base model needs a newer one in time; one whose model is missing needs a look. */
function checkWithoutModel(
	endpoint: Endpoint,
	inventory: Inventory,
	moment: Moment,
): ExpirationFinding {
	const target = targetOf(endpoint.model);
	const base = inventory.baseById.get(target?.id ?? '') ?? null;
	// The service may name a base model as it names custom ones.
	const onBase = base !== null || target?.collection === 'baseModels';
	const date = base?.properties?.deprecationDates?.transcriptionDateTime;
	const expiry = expiryOf(date, moment.now, moment.warnWithinDays);
	const none: NewerBase = { newerBase: null, rejectedBases: [] };
	return {
		model: null,
		endpoint,
		servedBase: base,
		expiry,
		usedBy: [endpoint],
		usesBaseModel: false,
		...(onBase ? newerBaseToServe(endpoint, base, inventory, moment.now) : none),
		successor: null,
		needsRetraining: false,
		needsAction: onBase && expiry.state !== 'valid',
		reason: onBase ? reasonOnBase(base, expiry) : 'its model is not in this resource',
	};
}

function reasonOnBase(base: BaseModel | null, { state }: Expiry): string {
	if (base === null) return 'it uses a base model that the service does not list';
	if (state === 'unknown') return 'the service reports no expiration date for its base model';
	return 'it uses a base model, so there is nothing to retrain';
}

/**
 * The model that takes over from this one: retrained from it, directly or over several steps,
 * not failed and not about to expire itself. The newest when there are several.
 */
function successorOf(model: CustomModel, inventory: Inventory, moment: Moment): CustomModel | null {
	const lineage = new Set([model]);
	// A set may grow while it is walked through, and holds each model once, so circles end.
	for (const ancestor of lineage) {
		for (const heir of inventory.retrainedFrom.get(idOf(ancestor)) ?? []) lineage.add(heir);
	}
	lineage.delete(model);
	const fit = [...lineage].filter((heir) => {
		const date = heir.properties?.deprecationDates?.transcriptionDateTime;
		const { state } = expiryOf(date, moment.now, moment.warnWithinDays);
		return stateOf(heir) !== 'failed' && (state === 'valid' || state === 'unknown');
	});
	return fit.sort(newestFirst)[0] ?? null;
}
