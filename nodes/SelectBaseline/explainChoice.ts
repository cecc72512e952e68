import { untilDay } from '../shared/speech/dates';
import { supportsEndpoints } from '../shared/speech/endpointSupport';
import type { BaseModel } from '../shared/speech/entities';
import { InputError } from '../shared/speech/inputError';
import { counted, quoted } from '../shared/speech/text';
import type { BaselineChoice, BaselineWish, RejectedBase } from './chooseBaseline';

/** One sentence on the base model that was picked. */
export function baselineSummary(base: BaseModel, rejected: number): string {
	const lastMoment = base.properties?.deprecationDates?.adaptationDateTime;
	const until = untilDay(lastMoment) ?? 'until an unknown date';
	const others = rejected > 0 ? `; ${counted(rejected, 'other')} not selected` : '';
	const cost = base.properties?.chargeForAdaptation ? ', training is charged' : '';
	const use = supportsEndpoints(base) === false ? ', for batch transcription only' : '';
	return `Base model ${quoted(base.displayName)} (${base.locale}) was selected: trainable ${until}${cost}${use}${others}.`;
}

/** The error when no base model is left: which rule removed how many, and what would relax it. */
export function noneFits({ removedBy }: BaselineChoice, wish: BaselineWish): InputError {
	if (removedBy.length === 0) {
		return new InputError(
			`The service has no base model for the locale '${wish.locale}'.`,
			"Choose another locale in 'Locale'.",
		);
	}
	const mostFirst = [...removedBy].sort((one, other) => other.count - one.count);
	const reasons = mostFirst.map(({ rule, count }) => `${count} ${rule.removed(wish)}`).join(', ');
	const total = removedBy.reduce((sum, { count }) => sum + count, 0);
	const ways = mostFirst.map(({ rule }) => rule.relax).join(', or ');
	const facts = mostFirst.flatMap(({ rule }) => rule.fact?.(wish) ?? []);
	return new InputError(
		`None of the ${counted(total, 'base model')} for '${wish.locale}' fits: ${reasons}.`,
		[`${ways[0].toUpperCase()}${ways.slice(1)}.`, ...facts].join(' '),
	);
}

/** The error when the base model a person named does not fit, and what would let it fit all the same. */
export function specificDoesNotFit(
	{ displayName, reason }: RejectedBase,
	waysOut: string[] = [],
): InputError {
	const another =
		"Choose another one in 'Base Model', or set 'Base Model Selection' to Newest That Fits.";
	return new InputError(
		`Base model ${quoted(displayName)} does not fit: ${reason}.`,
		[another, ...waysOut].join(' '),
	);
}

/** What a person can set so that a named base model fits, and what to know before; whole sentences. */
export function waysOut({ removedBy }: BaselineChoice, wish: BaselineWish): string[] {
	return removedBy.flatMap(({ rule }) => {
		const way = rule.hasField ? `Or ${rule.relax}.` : null;
		return [way, rule.fact?.(wish) ?? null].filter((sentence) => sentence !== null);
	});
}
