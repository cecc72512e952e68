import { normalizeLocale } from './locale';

export interface LocaleNames {
	/** `American English (en-US)`; a text that is no locale is shown as it is. */
	labelOf: (locale: string) => string;
	/** All the words a person may look for a locale by: its code, and its language and region in English. */
	wordsOf: (locale: string) => string;
}

/** Reads the English names of locales, each once. */
export function localeNames(): LocaleNames {
	// Making one takes longer than all it is asked.
	const common = new Intl.DisplayNames(['en'], { type: 'language' });
	const full = new Intl.DisplayNames(['en'], { type: 'language', languageDisplay: 'standard' });
	const known = new Map<string, string>();
	return {
		labelOf(locale) {
			const name = nameIn(common, locale);
			return name && name !== locale ? `${name} (${locale})` : locale;
		},
		wordsOf(locale) {
			const words =
				known.get(locale) ??
				[locale, nameIn(common, locale), nameIn(full, locale)].filter(Boolean).join(' ');
			known.set(locale, words);
			return words;
		},
	};
}

function nameIn(names: Intl.DisplayNames, locale: string): string | undefined {
	// A name that is no language tag makes Intl throw.
	const tag = normalizeLocale(locale);
	return tag === null ? undefined : names.of(tag);
}
