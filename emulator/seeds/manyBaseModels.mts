import { locales, trainingKinds } from '../schemas/locales.mts';
import { yearsAfterQuarter } from '../time/quarter.mts';
import { stableId } from '../views/stableId.mts';
import { baseModel, onlyTranscription } from './baseModels.mts';
import { oldestFirst } from './oldestFirst.mts';
import { spread } from './spread.mts';
import { whisperFeatures } from './whisper.mts';

const DAY = 86_400_000;
const YEAR = 365 * DAY;
/** Days on which locales that are seldom renewed got base models, before Whisper came. */
const SELDOM = ['2021-03-12', '2022-05-20', '2023-02-08'];
const WHISPER_PREVIEW = Date.parse('2023-07-07');
const WHISPER_LARGE = Date.parse('2024-02-28');

/**
 * Base models as a resource really lists them: all locales, several each over the years, most of them past their
 * adaptation date, and both Whisper bases everywhere. Those days are the real ones; the others follow the clock.
 */
function manyBaseModelsAt(now: number): Record<string, any>[] {
	return oldestFirst(
		locales.flatMap((locale) => [...releasesOf(locale, now), ...whisperOf(locale, now)]),
	);
}

/**
 * What a locale has besides Whisper. How often it is renewed follows from how much it can be trained with: where that
 * is one kind of data, Whisper is the newest.
 */
function releasesOf(locale: string, now: number) {
	const kinds = trainingKinds(locale);
	const seldom = SELDOM.map((day) => Date.parse(day) + spread(`${locale} ${day}`, 120) * DAY);
	const count = kinds.length >= 4 ? 7 : 4;
	const often = Array.from({ length: count }, (_, index) => {
		const age = 25 + spread(locale, 110) + index * 190 + spread(`${locale} ${index}`, 40);
		return now - age * DAY;
	});
	const days = [
		...(kinds.length > 1 ? often : seldom),
		...(locale === 'en-US' ? [Date.parse('2024-12-18')] : []),
	];
	return days.map((createdAt) => {
		const old = createdAt < now - 3 * YEAR;
		const features = { supportsAdaptationsWith: old ? kinds.filter(isPlain) : kinds };
		return { ...named(baseModel(locale, createdAt)), properties: { features } };
	});
}

/** @param {string} kind */
function isPlain(kind: string) {
	return kind === 'Language' || kind === 'Acoustic';
}

/**
 * The preview can be trained with nothing. Until when the other one can be is published nowhere: here it still can,
 * so that whoever takes the newest trainable base model walks into it.
 */
function whisperOf(locale: string, now: number) {
	const large = {
		adaptationDateTime: yearsAfterQuarter(now, 1),
		transcriptionDateTime: yearsAfterQuarter(now, 2),
	};
	return [
		{
			...named(baseModel(locale, WHISPER_PREVIEW, ' Whisper Preview')),
			properties: {
				features: { ...whisperFeatures, supportsAdaptationsWith: [] },
				deprecationDates: onlyTranscription(WHISPER_PREVIEW),
			},
		},
		{
			...named(baseModel(locale, WHISPER_LARGE, ' Whisper Large V2')),
			properties: { features: whisperFeatures, deprecationDates: large },
		},
	];
}

/** @param {ReturnType<typeof baseModel>} base */
function named(base: ReturnType<typeof baseModel>) {
	return { id: stableId(`large base model ${base.locale} ${base.displayName}`), ...base };
}

export { manyBaseModelsAt };
