import { Finding } from './finding.mts';
import { isBlank, readableLines } from './lines.mts';
import { faultInLocale } from './localeRules.mts';
import type { Material } from './material.mts';
import { faultOfSentence } from './sentence.mts';

const TRANSCRIPT = /^\s*"?[^\t]*\.(wav|mp3|m4a|flac|ogg|opus|wma|aac|mp4)"?\s*\t/i;
// Source: "Enable custom pronunciation" of 2018, the last page to name them.
const FORBIDDEN_MARK = /[~^]/;

/**
 * Plain text: one sentence a line. Blank lines count for nothing.
 */
export async function examineSentences({ lines, locale, quirks }: Material) {
	const finding = new Finding();
	for await (const { number, text } of readableLines(lines, finding)) {
		const reason =
			faultOfTranscript(text) ??
			faultOfSentence(text, quirks) ??
			faultInLocale(text, 'Language', { locale, quirks });
		finding.judge(reason, { lineNumber: number, text });
	}
	return finding;
}

/**
 * Pronunciations: the form to show, one tab, the form as spoken.
 */
export async function examinePronunciations({ lines }: Material) {
	const finding = new Finding();
	for await (const { number, text } of readableLines(lines, finding)) {
		const reason = faultOfTranscript(text) ?? faultOfPair(text) ?? faultOfMark(text);
		finding.judge(reason, { lineNumber: number, text });
	}
	return finding;
}

function faultOfTranscript(text: string) {
	return TRANSCRIPT.test(text)
		? 'It is a transcript, which belongs into an archive with its audio.'
		: undefined;
}

/**
 * What is wrong with two forms that one tab should part.
 */
export function faultOfPair(text: string): string | undefined {
	const forms = text.split('\t');
	if (forms.length !== 2) {
		return `It has ${forms.length - 1} tabs; exactly one must part the two forms.`;
	}
	return forms.some(isBlank) ? 'One of its two forms is empty.' : undefined;
}

function faultOfMark(text: string) {
	const mark = FORBIDDEN_MARK.exec(text.split('\t')[0])?.[0];
	return mark && `The displayed form contains the mark '${mark}'.`;
}
