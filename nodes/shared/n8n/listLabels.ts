import { isAudioKind } from '../speech/audioKinds';
import { untilDay, utcDay } from '../speech/dates';
import { supportsEndpoints } from '../speech/endpointSupport';
import type { BaseModel, CustomModel, Dataset, Endpoint, Entity } from '../speech/entities';
import { hasPassed, isExpired } from '../speech/expiry';
import { cleanText } from '../speech/text';
import { isTrainable } from './listOrder';

/** What a person needs to tell entities apart in a list: name first, then locale, state and the date that matters. */

/** `Retail en-US · en-US · usable until 2028-10-15`, or `expired on` that day. */
export function modelLabel(model: CustomModel, now = Date.now()): string {
	const { displayName, locale, status, properties } = model;
	const lastMoment = properties?.deprecationDates?.transcriptionDateTime;
	const until = untilDay(lastMoment);
	const use = isExpired(model, now)
		? `expired on ${utcDay(lastMoment)}`
		: until && `usable ${until}`;
	return label(displayName, locale, unlessSucceeded(status), use);
}

/** `20260912 · en-US · trainable until 2027-10-15 · text, audio`; of the past `was trainable until`, of Whisper `no endpoints`. */
export function baseModelLabel(base: BaseModel, now = Date.now()): string {
	const { displayName, locale, status, properties } = base;
	return label(
		displayName,
		locale,
		unlessSucceeded(status),
		trainingWords(base, now),
		isExpired(base, now) && 'expired',
		dataWords(properties?.features),
		supportsEndpoints(base) === false && 'no endpoints',
	);
}

function trainingWords(base: BaseModel, now: number): string {
	const { adaptationDateTime } = base.properties?.deprecationDates ?? {};
	const until = untilDay(adaptationDateTime);
	const words = ['trainable', until].filter(Boolean).join(' ');
	if (isTrainable(base, now)) return words;
	return hasPassed(adaptationDateTime, now) ? `was ${words}` : 'not trainable';
}

/** `text, audio`: a list is too narrow for the kinds' own names. */
function dataWords(features?: { supportsAdaptationsWith?: string[] } | null): string {
	const kinds = features?.supportsAdaptationsWith ?? [];
	const words = [
		kinds.some((kind) => !isAudioKind(kind)) && 'text',
		kinds.some(isAudioKind) && 'audio',
	];
	return words.filter(Boolean).join(', ');
}

/** `Product names · en-US · Language · Failed` */
export function datasetLabel({ displayName, locale, kind, status }: Dataset): string {
	return label(displayName, locale, kind, unlessSucceeded(status));
}

/** `Retail live · en-US · Running` */
export function endpointLabel({ displayName, locale, status }: Endpoint): string {
	return label(displayName, locale, unlessSucceeded(status));
}

/** `Retail test · en-US · 2026-11-01`, with its status unless it has succeeded. */
export function datedLabel({ displayName, locale, createdDateTime, status }: Entity): string {
	return label(displayName, locale, utcDay(createdDateTime), unlessSucceeded(status));
}

function unlessSucceeded(status: string | undefined): string | undefined {
	return status === 'Succeeded' ? undefined : status;
}

function label(...parts: Array<string | null | undefined | false>): string {
	return parts
		.filter((part): part is string => Boolean(part))
		.map((part) => cleanText(part))
		.join(' · ');
}
