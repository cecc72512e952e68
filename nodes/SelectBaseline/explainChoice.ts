import { utcDay } from '../shared/speech/dates';
import type { BaseModel } from '../shared/speech/entities';
import { InputError } from '../shared/speech/inputError';
import { counted, quoted } from '../shared/speech/text';
import type { BaselineChoice, BaselineWish, PassedOver } from './chooseBaseline';

/** One sentence on the base model that was picked. */
export function baselineSummary(base: BaseModel, passedOver: number): string {
	const trainable = utcDay(base.properties?.deprecationDates?.adaptationDateTime);
	const others = passedOver > 0 ? `; ${counted(passedOver, 'other')} passed over` : '';
	const cost = base.properties?.chargeForAdaptation ? ', training is charged' : '';
	return `Base model ${quoted(base.displayName)} (${base.locale}) was picked: trainable until ${trainable}${cost}${others}.`;
}

/** The error when no base model is left: which rule removed how many, and what would relax it. */
export function noneFits({ removedBy }: BaselineChoice, wish: BaselineWish): InputError {
	if (removedBy.length === 0) {
		return new InputError(
			`The service has no base model for the locale '${wish.locale}'.`,
			"Choose a locale from the list of 'Locale'.",
		);
	}
	const mostFirst = [...removedBy].sort((one, other) => other.count - one.count);
	const reasons = mostFirst.map(({ rule, count }) => `${count} ${rule.removed(wish)}`).join(', ');
	const total = removedBy.reduce((sum, { count }) => sum + count, 0);
	const ways = mostFirst.map(({ rule }) => rule.relax).join(', or ');
	return new InputError(
		`None of the ${counted(total, 'base model')} for '${wish.locale}' fits: ${reasons}.`,
		`${ways[0].toUpperCase()}${ways.slice(1)}.`,
	);
}

/** The error when the base model a person named does not fit. */
export function specificDoesNotFit({ displayName, reason }: PassedOver): InputError {
	return new InputError(
		`Base model ${quoted(displayName)} does not fit: ${reason}.`,
		"Choose another one in 'Base Model', or set 'Pick' to Newest That Fits.",
	);
}
