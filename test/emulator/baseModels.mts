import type { AnswerBody } from './client.mts';

/** When a base model can be trained from for the last time; not a number when it tells no date. */
export const lastTraining = ({ properties }: AnswerBody): number =>
	Date.parse(String(properties?.deprecationDates?.adaptationDateTime));

/** Whether endpoints can serve a base model. */
export const isForEndpoints = ({ properties }: AnswerBody): boolean =>
	properties?.features?.supportsEndpoints === true;

/** The day an entity was made, as `2026-11-01T00:00:00Z`. */
export const madeOn = ({ createdDateTime }: AnswerBody): string => String(createdDateTime);

/** Sorts what was made last to the front. */
export const youngestFirst = (one: AnswerBody, other: AnswerBody): number =>
	madeOn(other).localeCompare(madeOn(one));
