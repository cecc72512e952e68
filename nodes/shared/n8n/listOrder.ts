import { newestFirst } from '../speech/dates';
import type { BaseModel, CustomModel, Entity } from '../speech/entities';
import { isExpired, isOpenToTraining } from '../speech/expiry';
import { stateOf } from '../speech/status';

/** How far down a list an entry belongs: 0 for what can be used. */
export type Rank<T> = (entity: T, now: number) => number;

/** What has failed comes last; what is under way can be waited for. */
export const byStatus: Rank<Entity> = (entity) => (stateOf(entity) === 'failed' ? 1 : 0);

/** A model that has failed or expired comes last. */
export const byUse: Rank<CustomModel> = (model, now) =>
	byStatus(model, now) === 1 || isExpired(model, now) ? 1 : 0;

/** Base models are listed to train from; of those that cannot be, those that still transcribe come first. */
export const byTraining: Rank<BaseModel> = (base, now) => {
	if (isTrainable(base, now)) return 0;
	return isExpired(base, now) || stateOf(base) !== 'succeeded' ? 2 : 1;
};

/** The same order, but among what can be used the locales given come first. */
export function fittingFirst<T extends Entity>(rank: Rank<T>, locales: Set<string>): Rank<T> {
	return (entity, now) => {
		const place = rank(entity, now);
		const isFitting = locales.has(entity.locale?.toLowerCase() ?? '');
		return place === 0 && isFitting ? -1 : place;
	};
}

/** Whether a base model can be trained from, with whatever kind of data. */
export function isTrainable(base: BaseModel, now: number): boolean {
	const isForNothing = base.properties?.features?.supportsAdaptationsWith?.length === 0;
	return stateOf(base) === 'succeeded' && !isForNothing && isOpenToTraining(base, now);
}

/** A list as a person reads it: what can be used first, newest first, whatever the order of the service. */
export function inOrder<T extends Entity>(entities: T[], rank: Rank<T>, now: number): T[] {
	return [...entities].sort(
		(one, other) => rank(one, now) - rank(other, now) || newestFirst(one, other),
	);
}
