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
	checkTrained(model, label);
	checkNotExpired(model, label, now);
}

/**
 * Makes sure that a model is trained, or that a base model is ready. Unlike its expiry, that does not change any more.
 *
 * @param label Of the field that named it.
 * @throws InputError that says what state it is in.
 */
export function checkTrained(model: BaseModel | CustomModel, label: string): void {
	const name = nameIn(model, label);
	const state = stateOf(model);
	if (isBase(model) && state !== 'succeeded') {
		throw new InputError(
			`${name} cannot be used: its status is ${model.status}.`,
			'Choose another base model.',
		);
	}
	if (state === 'failed') {
		throw new InputError(
			`${name} cannot be used: its training failed: ${failureText(model)}.`,
			'Train it again, or choose another model.',
		);
	}
	if (state === 'working') {
		throw new InputError(
			`${name} is not ready: its status is ${model.status}.`,
			'Add Wait For Training before this node.',
		);
	}
}

/**
 * Makes sure that a model still recognises.
 *
 * @param label Of the field that named it.
 * @param now Milliseconds since the epoch.
 * @throws InputError that tells its last day.
 */
export function checkNotExpired(model: BaseModel | CustomModel, label: string, now: number): void {
	if (!isExpired(model, now)) return;
	const lastDay = utcDay(model.properties?.deprecationDates?.transcriptionDateTime);
	throw new InputError(
		`${nameIn(model, label)} expired on ${lastDay}, so it can no longer transcribe.`,
		isBase(model)
			? 'Choose a newer base model.'
			: 'Choose another model, or retrain it with Train Model.',
	);
}

function nameIn({ displayName }: BaseModel | CustomModel, label: string): string {
	return `Model ${quoted(displayName)} in '${label}'`;
}

function isBase(model: BaseModel | CustomModel): boolean {
	return targetOf(model)?.collection === 'baseModels';
}
