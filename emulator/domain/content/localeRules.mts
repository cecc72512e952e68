import type { Quirks } from '../quirks.mts';
import { faultOfRepetition } from './sentence.mts';

export type TextKind = 'Language' | 'Pronunciation' | 'transcripts';

export interface LineRule {
	locales: RegExp;
	texts: TextKind[];
	effect: 'discarded' | 'dropped';
	source: string;
	fault: (text: string, quirks: Quirks) => string | undefined;
}

export type EncodingRule = {
	locales: RegExp;
	text: TextKind;
	allows: 'ansi' | 'noMark';
	source: string;
};

const TRANSCRIPTS = 'How to create human-labeled transcriptions (5/2025)';
const DATASETS = 'Training and testing datasets (9/2024)';

const JAPANESE = /^ja(-|$)/i;
const GERMAN = /^de(-|$)/i;
const ENGLISH = /^en(-|$)/i;
const MANDARIN = /^zh-(cn|tw)(-|$)/i;

const LONGEST_JAPANESE = 90;
const GERMAN_DISCARDED = /[¢¤¥¦§©ª¬®°±²µ×ÿØ]/;

/**
 * What no row names is taken: characters outside ASCII in English, half-width punctuation in Mandarin.
 */
const LINE_RULES: LineRule[] = [
	{
		locales: JAPANESE,
		texts: ['Language', 'transcripts'],
		effect: 'discarded',
		source: `${TRANSCRIPTS}, ja-JP`,
		fault: (text) =>
			text
				.split(/(?<=[。．.！？!?])/)
				.some((one) => Array.from(one.trim()).length > LONGEST_JAPANESE)
				? `It has a sentence of more than ${LONGEST_JAPANESE} characters.`
				: undefined,
	},
	{
		locales: GERMAN,
		texts: ['transcripts'],
		effect: 'discarded',
		source: `${TRANSCRIPTS}, de-DE`,
		fault: (text) => {
			const found = GERMAN_DISCARDED.exec(text);
			return found ? `It contains the character '${found[0]}'.` : undefined;
		},
	},
	{
		locales: ENGLISH,
		texts: ['transcripts'],
		effect: 'dropped',
		source: `${TRANSCRIPTS}, en-US`,
		fault: faultOfRepetition,
	},
];

const ENCODING_RULES: EncodingRule[] = [
	{ locales: ENGLISH, text: 'Pronunciation', allows: 'ansi', source: DATASETS },
	{ locales: ENGLISH, text: 'transcripts', allows: 'noMark', source: TRANSCRIPTS },
	{ locales: MANDARIN, text: 'transcripts', allows: 'noMark', source: TRANSCRIPTS },
];

/**
 * Why a line is not taken in its locale, or nothing.
 */
export function faultInLocale(
	line: string,
	text: TextKind,
	{ locale, quirks }: { locale: string; quirks: Quirks },
): string | undefined {
	for (const { locales, texts, effect, fault } of LINE_RULES) {
		const counts = effect === 'dropped' || quirks.discardedRows === 'atImport';
		const applies = counts && texts.includes(text) && locales.test(locale);
		const reason = applies ? fault(line, quirks) : undefined;
		if (reason) return reason;
	}
	return undefined;
}

/**
 * Whether a text of a locale may be written so.
 */
export function isAllowed(what: EncodingRule['allows'], text: string, locale: string) {
	return ENCODING_RULES.some(
		(rule) => rule.allows === what && rule.text === text && rule.locales.test(locale),
	);
}
