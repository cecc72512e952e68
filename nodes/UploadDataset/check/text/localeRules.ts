import type { CheckReport, Place } from '../finding';
import { Groups, linesThat } from '../groups';

/** Where a rule holds: in plain text, or in the transcripts of an archive. */
export type RuledText = 'plainText' | 'transcripts';

/** What a page says of the characters or the length of the lines of a locale. It stops nothing: the pages say what becomes of such lines, or only advise. */
interface LocaleRule {
	in: RuledText;
	/** Locales, in lower case. */
	locales: RegExp;
	/** What of a line is meant, to be named; nothing when the line is as the page wants it. */
	find: (text: string) => Iterable<string>;
	/** What the lines do, for one and for many. */
	one: string;
	many: string;
	/** What the page says becomes of them. */
	so: string;
	fix: string;
}

const HUMAN_LABELED = 'how-to-custom-speech-human-labeled-transcriptions';
const TEST_AND_TRAIN = 'how-to-custom-speech-test-and-train';

/** The pages on Microsoft Learn, under azure/ai-services/speech-service, that the rules below stand on. */
export const SOURCES = [HUMAN_LABELED, TEST_AND_TRAIN] as const;

/** Source of the limit and of what ends a sentence: Microsoft Learn, human-labeled transcriptions, ja-JP. */
const LONGEST_JAPANESE_SENTENCE = 90;
/** What ends a sentence belongs to it. */
const JAPANESE_SENTENCE = /[^。．.！？!?]*[。．.！？!?]?/gu;

/** Source: Microsoft Learn, human-labeled transcriptions, de-DE. */
const GERMAN_DISCARDED = /[¢¤¥¦§©ª¬®°±²µ×ÿØ]/gu;

const HALF_WIDTH_BY_HAN =
	/(?<=\p{Script=Han}\s?)[,.;:?!"'()[\]]|[,.;:?!"'()[\]](?=\s?\p{Script=Han})/gu;

const ENGLISH = /^en-/;
/** Other Chinese languages are Cantonese (zh-HK), Wu and Yue. */
const MANDARIN = /^zh-(cn|tw|hans|hant)/;

/** Source of each row: the page named first in it. */
const RULES: Array<LocaleRule & { source: (typeof SOURCES)[number] }> = [
	...(['plainText', 'transcripts'] as const).map((ruled) => ({
		source: HUMAN_LABELED as typeof HUMAN_LABELED,
		in: ruled,
		locales: /^ja-/,
		find: longJapaneseSentences,
		one: `has a sentence of more than ${LONGEST_JAPANESE_SENTENCE} characters`,
		many: `have a sentence of more than ${LONGEST_JAPANESE_SENTENCE} characters`,
		so: 'In Japanese the service discards such lines.',
		fix: 'Split the sentence with a period.',
	})),
	{
		source: HUMAN_LABELED,
		in: 'transcripts',
		locales: /^de-/,
		find: (text) => text.match(GERMAN_DISCARDED) ?? [],
		one: 'contains special characters',
		many: 'contain special characters',
		so: 'In German the service discards such lines.',
		fix: 'Write them as words.',
	},
	{
		source: HUMAN_LABELED,
		in: 'plainText',
		locales: /^de-/,
		find: (text) => text.match(GERMAN_DISCARDED) ?? [],
		one: 'contains special characters',
		many: 'contain special characters',
		so: 'In German transcripts the service discards such lines, and may do so here.',
		fix: 'Write them as words.',
	},
	{
		source: HUMAN_LABELED,
		in: 'transcripts',
		locales: ENGLISH,
		find: (text) => text.match(/[^\0-\x7f\ufeff]/gu) ?? [],
		one: 'contains characters outside of ASCII',
		many: 'contain characters outside of ASCII',
		so: 'English transcripts should be ASCII only.',
		fix: 'Use plain quotation marks, apostrophes and hyphens, and write symbols as words.',
	},
	{
		// The page names no language; in others the letters themselves lie above.
		source: TEST_AND_TRAIN,
		in: 'plainText',
		locales: ENGLISH,
		find: (text) => text.match(/[^\0-\u00a1\ufeff]/gu) ?? [],
		one: 'contains special characters above U+00A1',
		many: 'contain special characters above U+00A1',
		so: "Microsoft's guide says to avoid them.",
		fix: 'Use plain quotation marks, apostrophes and hyphens, and write symbols as words.',
	},
	// The page speaks of transcripts, whose text trains as plain text does.
	...(['plainText', 'transcripts'] as const).map((ruled) => ({
		source: HUMAN_LABELED as typeof HUMAN_LABELED,
		in: ruled,
		locales: MANDARIN,
		find: (text: string) => text.match(HALF_WIDTH_BY_HAN) ?? [],
		one: 'contains half-width punctuation',
		many: 'contain half-width punctuation',
		so: 'Chinese transcripts should use full-width punctuation.',
		fix: 'Write full-width punctuation, such as ， 。 ？ ！.',
	})),
];

/** Whether transcripts of a locale should begin with a byte order mark; source: Microsoft Learn, human-labeled transcriptions. */
export function asksForMark(locale: string): boolean {
	const lower = locale.toLowerCase();
	return !ENGLISH.test(lower) && !MANDARIN.test(lower);
}

/** Whether pronunciations of a locale may be ANSI; source: Microsoft Learn, training and testing datasets. */
export function takesAnsi(locale: string): boolean {
	return ENGLISH.test(locale.toLowerCase());
}

/** The rules of a locale for a text, told once for all of its lines. A new object serves each text. */
export class LocaleRules {
	private readonly rules: LocaleRule[];
	private readonly groups = new Groups<string>();

	constructor(ruled: RuledText, locale: string) {
		const lower = locale.toLowerCase();
		this.rules = RULES.filter((rule) => rule.in === ruled && rule.locales.test(lower));
	}

	/** Judges a line. */
	line(text: string, place: Place): void {
		for (const { one, find } of this.rules) {
			const found = [...find(text)];
			if (found.length > 0) this.groups.add(one, place, found);
		}
	}

	/** Notes what was found. */
	end({ notes }: CheckReport): void {
		for (const [name, { count, place, examples }] of this.groups.entries()) {
			const rule = this.rules.find(({ one }) => one === name)!;
			const which = [...examples].filter((example) => [...example].length === 1);
			const named = which.length > 0 ? `: ${which.map(shown).join(' ')}` : '';
			const what = linesThat(count, rule.one, rule.many);
			notes.add(`${what}${named}. ${rule.so}`, rule.fix, place);
		}
	}
}

function* longJapaneseSentences(text: string): Generator<string> {
	for (const [sentence] of text.matchAll(JAPANESE_SENTENCE)) {
		if ([...sentence.trim()].length > LONGEST_JAPANESE_SENTENCE) yield sentence;
	}
}

/** A character, with its number where it does not show by itself. */
function shown(character: string): string {
	return /[\p{L}\p{N}\p{P}\p{S}]/u.test(character)
		? character
		: `U+${character.codePointAt(0)!.toString(16).toUpperCase().padStart(4, '0')}`;
}
