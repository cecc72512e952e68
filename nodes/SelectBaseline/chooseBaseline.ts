import { takesAudioOnly } from '../shared/speech/audioKinds';
import { kindNames } from '../shared/speech/datasetKinds';
import { daysUntil, isNever, toMillis, utcDay } from '../shared/speech/dates';
import { NO_ENDPOINTS, supportsEndpoints } from '../shared/speech/endpointSupport';
import type { BaseModel } from '../shared/speech/entities';
import { sameLocale } from '../shared/speech/locale';
import { idOf } from '../shared/speech/references';
import { stateOf } from '../shared/speech/status';
import { counted } from '../shared/speech/text';

export interface BaselineWish {
	locale: string;
	/** Whole days for which the base model must still accept training. */
	minimumTrainingDays: number;
	/** Kinds of all the datasets that will be used; none when they are not known. */
	datasetKinds: string[];
	charging: 'any' | 'free' | 'charged';
	/** Whether a base model may win that serves batch transcription only. */
	allowWithoutEndpoints?: boolean;
	/** Whether a person named the one base model there is, so that nothing is guessed about the data. */
	isNamed?: boolean;
}

export interface RejectedBase {
	id: string;
	displayName: string;
	reason: string;
}

export interface BaselineChoice {
	chosen: BaseModel | null;
	rejected: RejectedBase[];
	/** The rules that removed base models, with how many each removed. */
	removedBy: Array<{ rule: Rule; count: number }>;
}

export interface Rule {
	/** Completes "n base models …". */
	removed: (wish: BaselineWish) => string;
	/** What a person can change so that the rule removes less. */
	relax: string;
	/** Whether that is a field of the node which stands whatever is set in 'Base Model Selection'. */
	hasField?: boolean;
	/** A fact to know before the rule is kept; null for none. */
	fact?: (wish: BaselineWish) => string | null;
	/** Why this base model does not fit; null when it does. */
	objection: (base: BaseModel, wish: BaselineWish, now: number) => string | null;
}

/**
 * Deduced from Microsoft's dates: training is charged from base models created on or after 2023-10-01 ("Train a custom
 * speech model"), and ends a year after the quarter a base model was made in ("Custom speech model lifecycle").
 */
const NONE_IS_FREE =
	'According to Microsoft, training is charged for every base model created on or after 2023-10-01, and older ones can no longer be trained.';

/** The first that objects to a base model gives the reason. */
const RULES: Rule[] = [
	{
		removed: () => 'not ready',
		relax: 'wait until they are ready',
		objection: (base) => (stateOf(base) === 'succeeded' ? null : `its status is ${base.status}`),
	},
	{
		removed: () => 'of another locale',
		relax: "choose another 'Locale'",
		objection: ({ locale }, wish) =>
			sameLocale(locale, wish.locale) ? null : `its locale is ${locale}`,
	},
	{
		removed: () => 'no longer trainable',
		relax: 'wait for Azure to publish a newer base model',
		objection: (base, _wish, now) => {
			const lastDay = adaptationDate(base);
			if (toMillis(lastDay) === null) return 'it has no date until which it can be trained';
			return toMillis(lastDay)! <= now ? `it could be trained only until ${utcDay(lastDay)}` : null;
		},
	},
	{
		removed: ({ minimumTrainingDays }) => `trainable for less than ${minimumTrainingDays} days`,
		relax: "lower 'Minimum Training Time Left (Days)'",
		hasField: true,
		objection: (base, { minimumTrainingDays }, now) => {
			const lastDay = adaptationDate(base);
			const left = toMillis(lastDay)! - now;
			return left < minimumTrainingDays * 86_400_000 && !isNever(lastDay)
				? `it can be trained only until ${utcDay(lastDay)}, ${counted(daysUntil(lastDay, now)!, 'day')} from now`
				: null;
		},
	},
	{
		removed: () => 'for batch transcription only',
		relax: "for batch transcription, turn on 'Allow Base Models Without Endpoints'",
		hasField: true,
		objection: (base, { allowWithoutEndpoints = false }) =>
			supportsEndpoints(base) === false && !allowWithoutEndpoints ? NO_ENDPOINTS : null,
	},
	{
		removed: () => 'that accept only audio',
		relax:
			"set 'Dataset Kinds' to Chosen Here and select the kinds of your data, or add datasets to the incoming item",
		objection: (base, { datasetKinds, isNamed = false }) =>
			datasetKinds.length === 0 && !isNamed && takesAudioOnly(base)
				? 'it accepts only audio, and the kinds of your data are not known'
				: null,
	},
	{
		removed: ({ datasetKinds }) => `without support for ${kindNames(datasetKinds) || 'training'}`,
		relax: "select fewer kinds of dataset in 'Dataset Kinds'",
		hasField: true,
		objection: (base, { datasetKinds }) => {
			const supported = base.properties?.features?.supportsAdaptationsWith;
			const missing = datasetKinds.filter((kind) => !supported?.includes(kind));
			if (missing.length > 0) return `it cannot be trained with ${kindNames(missing)}`;
			return supported?.length === 0 ? 'it cannot be trained with any kind of data' : null;
		},
	},
	{
		removed: ({ charging }) =>
			charging === 'free' ? 'charged for training' : 'not charged for training',
		relax: "set 'Training Charge' to Any",
		hasField: true,
		fact: ({ charging }) => (charging === 'free' ? NONE_IS_FREE : null),
		objection: (base, { charging }) => {
			const charged = base.properties?.chargeForAdaptation;
			if (charging === 'any' || charged === (charging === 'charged')) return null;
			if (charged === undefined) return 'the service does not say whether training is charged';
			return charged ? 'training from it is charged' : 'training from it is not charged';
		},
	},
];

/**
 * The newest base model that fits, and why each other one was passed over.
 *
 * @param now Milliseconds since the epoch.
 */
export function chooseBaseline(
	bases: BaseModel[],
	wish: BaselineWish,
	now: number,
): BaselineChoice {
	const counts = new Map<Rule, number>();
	let chosen: BaseModel | null = null;
	const rejected: RejectedBase[] = [];
	for (const base of [...bases].sort(newestFirst)) {
		const found = firstObjection(base, wish, now);
		if (found) counts.set(found.rule, (counts.get(found.rule) ?? 0) + 1);
		if (!found && chosen === null) chosen = base;
		else rejected.push(passed(base, found?.reason ?? notTheNewest(base, chosen!)));
	}
	return {
		chosen,
		rejected,
		removedBy: [...counts].map(([rule, count]) => ({ rule, count })),
	};
}

function firstObjection(base: BaseModel, wish: BaselineWish, now: number) {
	for (const rule of RULES) {
		const reason = rule.objection(base, wish, now);
		if (reason !== null) return { rule, reason };
	}
	return null;
}

function adaptationDate(base: BaseModel): string | undefined {
	return base.properties?.deprecationDates?.adaptationDateTime;
}

function passed(base: BaseModel, reason: string): RejectedBase {
	return { id: idOf(base), displayName: base.displayName, reason };
}

function notTheNewest(base: BaseModel, chosen: BaseModel): string {
	const asOld = base.createdDateTime === chosen.createdDateTime;
	return `it is ${asOld ? 'as old as' : 'older than'} ${chosen.displayName}`;
}

/** By creation; names start with the release date, so they settle a tie, and the id settles the rest. */
function newestFirst(one: BaseModel, other: BaseModel): number {
	const difference = (toMillis(other.createdDateTime) ?? 0) - (toMillis(one.createdDateTime) ?? 0);
	const byName = other.displayName.localeCompare(one.displayName);
	return difference || byName || idOf(one).localeCompare(idOf(other));
}
