import { datasetKinds, trainingKinds } from '../schemas/locales.mts';
import { yearsAfterQuarter } from '../time/quarter.mts';
import { stableId } from '../views/stableId.mts';
import { oldestFirst } from './oldestFirst.mts';
import { whisperFeatures } from './whisper.mts';

const DAY = 86_400_000;
const TEXT = ['Language', 'LanguageMarkdown', 'Pronunciation'];
/** Before training was billed; so long ago that nobody can train from it any more. */
const FREE = Date.parse('2023-06-28T08:00:00Z');

export interface Release {
	slot: string;
	age?: number;
	kinds?: string[];
	features?: Record<string, any>;
	adaptable?: boolean;
	suffix?: string;
}

// Ages lie so that the quarter rule puts each release on the wanted side of its adaptation date on any day.
// The newest two are traps: neither can be chosen for an endpoint that is to be adapted.
/** @type {Release[]} */
const RELEASES: Release[] = [
	{ slot: 'free' },
	{ slot: 'old', age: 700, kinds: TEXT, suffix: ' (text only)' },
	{ slot: 'expired', age: 480 },
	{ slot: 'fourth', age: 330, kinds: ['Language', 'Acoustic', 'Pronunciation'] },
	{ slot: 'third', age: 215, kinds: TEXT, suffix: ' (text only)' },
	{ slot: 'second', age: 125 },
	{ slot: 'newest', age: 30 },
	{ slot: 'whisper', age: 20, features: whisperFeatures, suffix: ' Whisper' },
	{ slot: 'fixed', age: 12, kinds: [], adaptable: false, suffix: ' (not adaptable)' },
];

/** Locales with base models, each with its releases a few days apart from the others'. */
const LOCALES = ['en-US', 'en-GB', 'de-DE', 'ja-JP'];

/**
 * Base models as they would stand at some moment. Dates of deprecation and charges are left to the service's rules.
 */
function baseModelsAt(now: number): Record<string, any>[] {
	return oldestFirst(
		LOCALES.flatMap((locale, shift) =>
			RELEASES.map((release) => {
				const { slot, age, kinds = datasetKinds, adaptable = true, suffix = '' } = release;
				const createdAt = age === undefined ? FREE : now - (age + shift) * DAY;
				const supportsAdaptationsWith = trainingKinds(locale).filter((one) => kinds.includes(one));
				const features = { supportsAdaptationsWith, ...release.features };
				return {
					id: baseModelId(locale, slot),
					...baseModel(locale, createdAt, suffix),
					properties: {
						features,
						...(adaptable ? {} : { deprecationDates: onlyTranscription(createdAt) }),
					},
				};
			}),
		),
	);
}

/**
 * A base model of some day, named after it.
 */
function baseModel(locale: string, createdAt: number, suffix: string = '') {
	const created = new Date(createdAt);
	created.setUTCHours(8, 0, 0, 0);
	const createdDateTime = created.toISOString();
	return {
		displayName: `${createdDateTime.slice(0, 10).replaceAll('-', '')}${suffix}`,
		description: `${locale} base model`,
		locale,
		createdDateTime,
	};
}

/**
 * Dates of a base model that cannot be trained with.
 */
function onlyTranscription(createdAt: number) {
	return { transcriptionDateTime: yearsAfterQuarter(createdAt, 2) };
}

/**
 * The id a seeded base model always has.
 */
function baseModelId(locale: string, slot: string) {
	return stableId(`base model ${locale} ${slot}`);
}

export { baseModel, baseModelId, baseModelsAt, onlyTranscription };
