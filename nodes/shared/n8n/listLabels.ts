import { utcDay } from '../speech/dates';
import { supportsEndpoints } from '../speech/endpointSupport';
import type { BaseModel, CustomModel, Dataset, Endpoint, Entity } from '../speech/entities';
import { cleanText } from '../speech/text';

/** What a person needs to tell entities apart in a list: name first, then locale, state and the date that matters. */

/** `Retail en-US · en-US · usable until 2028-10-15` */
export function modelLabel({ displayName, locale, status, properties }: CustomModel): string {
	const lastDay = utcDay(properties?.deprecationDates?.transcriptionDateTime);
	return label(displayName, locale, unlessSucceeded(status), lastDay && `usable until ${lastDay}`);
}

/** `20260912 · en-US · trainable until 2027-10-15 · text, audio`; of Whisper also `no endpoints` */
export function baseModelLabel(base: BaseModel): string {
	const { displayName, locale, properties } = base;
	const lastDay = utcDay(properties?.deprecationDates?.adaptationDateTime);
	const trainable = lastDay ? `trainable until ${lastDay}` : 'not trainable';
	const use = supportsEndpoints(base) === false ? 'no endpoints' : null;
	return label(displayName, locale, trainable, dataWords(properties?.features), use);
}

/** `text, audio`: a list is too narrow for the kinds' own names. */
function dataWords(features: { supportsAdaptationsWith?: string[] } = {}): string {
	const kinds = features.supportsAdaptationsWith ?? [];
	const isAudio = (kind: string) => kind === 'Acoustic' || kind === 'AudioFiles';
	const words = [kinds.some((kind) => !isAudio(kind)) && 'text', kinds.some(isAudio) && 'audio'];
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

/** `Retail test · en-US · 2026-11-01` */
export function datedLabel({ displayName, locale, createdDateTime }: Entity): string {
	return label(displayName, locale, utcDay(createdDateTime));
}

function unlessSucceeded(status: string | undefined): string | undefined {
	return status === 'Succeeded' ? undefined : status;
}

function label(...parts: Array<string | null | undefined>): string {
	return parts
		.filter((part): part is string => Boolean(part))
		.map((part) => cleanText(part))
		.join(' · ');
}
