import { utcDay } from './dates';
import type { BaseModel, CustomModel } from './entities';
import { isExpired } from './expiry';
import { InputError } from './inputError';
import { targetOf } from './references';
import { stateOf } from './status';
import { failureText } from './simplify';
import { quoted } from './text';

/**
 * Makes sure that a model recognises: trained, and not expired.
 *
 * @param label Of the field that named it.
 * @param now Milliseconds since the epoch.
 * @throws InputError that says what is the matter with it.
 */
export function checkUsable(model: BaseModel | CustomModel, label: string, now: number): void {
	const name = `Model ${quoted(model.displayName)} in '${label}'`;
	const state = stateOf(model);
	const isBase = targetOf(model)?.collection === 'baseModels';
	if (isBase && state !== 'succeeded') {
		throw new InputError(
			`${name} cannot be used: its status is ${model.status}.`,
			'Choose another base model.',
		);
	}
	if (state === 'failed') {
		throw new InputError(
			`${name} cannot be used: its training has failed: ${failureText(model)}.`,
			'Train it again, or choose another model.',
		);
	}
	if (state === 'working') {
		throw new InputError(
			`${name} is not ready: its status is ${model.status}.`,
			'Put Wait For Training before this node.',
		);
	}
	if (!isExpired(model, now)) return;
	const lastDay = utcDay(model.properties?.deprecationDates?.transcriptionDateTime);
	throw new InputError(
		`${name} expired on ${lastDay}, so it recognises nothing any more.`,
		isBase
			? 'Choose a newer base model.'
			: 'Choose another model, or train it again with Train Model.',
	);
}
