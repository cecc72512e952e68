import type { DatasetKind } from '../../shared/speech/entities';
import type { ByteCursor } from './byteCursor';
import type { CheckReport } from './finding';
import { checkText } from './text/checkText';
import type { LineRules } from './text/lineRules';
import { outputFormattingRules } from './text/outputFormatting';
import { plainTextRules } from './text/plainText';
import { pronunciationRules } from './text/pronunciation';
import { structuredTextRules } from './text/structuredText';
import { digestOf } from './zip/transcript';

/** The kinds of dataset that are a text. */
export type TextKind = Exclude<DatasetKind, 'Acoustic' | 'AudioFiles'>;

const RULES: Record<TextKind, (locale: string) => LineRules> = {
	Language: plainTextRules,
	LanguageMarkdown: structuredTextRules,
	OutputFormatting: outputFormattingRules,
	Pronunciation: pronunciationRules,
};

/** Whether a dataset of this kind is a text; the others are archives. */
export function isTextKind(kind: DatasetKind): kind is TextKind {
	return kind in RULES;
}

/** How a text is to be looked at. */
export interface TextRules {
	kind: TextKind;
	locale: string;
	/** Whether bytes that are no UTF-8 are taken as ANSI. */
	isAnsiTaken: boolean;
	/** Digests of lines to look for. */
	watched?: ReadonlySet<string>;
}

/**
 * Checks a text by the rules of its kind.
 *
 * @param cursor Stands after the byte order mark.
 * @returns those of the watched lines that the text holds.
 */
export async function inspectText(
	cursor: ByteCursor,
	{ kind, locale, isAnsiTaken, watched = new Set() }: TextRules,
	report: CheckReport,
): Promise<Set<string>> {
	const seen = new Set<string>();
	const onLine = (text: string) => {
		const digest = watched.size > 0 ? digestOf(text) : null;
		if (digest !== null && watched.has(digest)) seen.add(digest);
	};
	const rules = RULES[kind](locale);
	await checkText(cursor.rest(), { locale, rules, isAnsiTaken, onLine }, report);
	return seen;
}
