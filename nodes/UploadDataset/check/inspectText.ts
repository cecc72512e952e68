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

const RULES: Record<TextKind, () => LineRules> = {
	Language: plainTextRules,
	LanguageMarkdown: structuredTextRules,
	OutputFormatting: outputFormattingRules,
	Pronunciation: pronunciationRules,
};

/** Whether a dataset of this kind is a text; the others are archives. */
export function isTextKind(kind: DatasetKind): kind is TextKind {
	return kind in RULES;
}

/**
 * Checks a text by the rules of its kind.
 *
 * @param cursor Stands after the byte order mark.
 * @param watched Digests of lines to look for.
 * @returns those of them that the text holds.
 */
export async function inspectText(
	cursor: ByteCursor,
	kind: TextKind,
	report: CheckReport,
	watched: ReadonlySet<string>,
): Promise<Set<string>> {
	const seen = new Set<string>();
	const watch = (text: string) => {
		const digest = watched.size > 0 ? digestOf(text) : null;
		if (digest !== null && watched.has(digest)) seen.add(digest);
	};
	await checkText(cursor.rest(), RULES[kind](), report, watch);
	return seen;
}
