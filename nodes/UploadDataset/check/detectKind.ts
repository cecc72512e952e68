import type { DatasetKind } from '../../shared/speech/entities';
import { quoted } from '../../shared/speech/text';
import { foreignFormat } from './fileFormats';
import { encodingFault, encodingOf } from './text/encoding';
import { isTranscriptLine } from './text/foreignText';
import { sectionOf } from './text/outputFormatting';
import { textColumns } from './text/textColumns';

/** What a file turns out to be, and why, as the end of a sentence. */
export interface Detected {
	kind: DatasetKind;
	why: string;
	/** Why its kind is no more than a guess, as the end of a sentence; null when it is told. */
	doubt?: string | null;
}

/** What the first bytes of a file are. */
export type Content = 'zip' | 'text' | 'wav' | 'other' | 'nothing';

/** The first entry, the end of an empty archive, and the two marks of one in several parts. */
const ZIP_STARTS = ['504b0304', '504b0506', '504b0708', '504b3030'];

/** Tells an archive from text, and both from what is neither. */
export function contentOf(head: Buffer): Content {
	if (head.length === 0) return 'nothing';
	if (foreignFormat(head)) return 'other';
	if (ZIP_STARTS.includes(head.toString('hex', 0, 4))) return 'zip';
	if (head.toString('latin1', 0, 4) === 'RIFF') return 'wav';
	return encodingFault(encodingOf(head)) === 'is not text' ? 'other' : 'text';
}

/** The kind of an archive. */
export function archiveKind(hasTranscripts: boolean): Detected {
	return hasTranscripts
		? { kind: 'Acoustic', why: 'the archive contains transcripts' }
		: { kind: 'AudioFiles', why: 'the archive contains no transcripts' };
}

/**
 * The kind of a text, by what it is called and how it begins.
 *
 * @param head The first lines, without a byte order mark.
 */
export function textKind(name: string, head: Buffer): Detected {
	const lines = head
		.toString('utf8')
		.split(/\r?\n/)
		.filter((line) => line.trim() !== '' && !/^\s*\/\//.test(line));
	return (
		transcriptsAlone(lines) ??
		markdownKind(name, lines) ??
		pronunciationKind(name, lines) ??
		tableKind(name, lines) ?? { kind: 'Language', why: 'it is text with one sentence per line' }
	);
}

/** Transcripts without their audio are no kind of dataset. */
function transcriptsAlone(lines: string[]): Detected | null {
	const count = lines.filter(isTranscriptLine).length;
	if (count === 0 || count * 2 < lines.length) return null;
	const doubt = 'its lines are transcripts, which belong in a zip file with their recordings';
	return { kind: 'Language', why: 'it is text', doubt };
}

function markdownKind(name: string, lines: string[]): Detected | null {
	const section = lines.find((line) => sectionOf(line) !== null);
	const isStructured = lines.some((line) =>
		/^\s*@\s*(list\s|speech:phoneticlexicon)|^\s*-\s.*\{@/i.test(line),
	);
	if (section !== undefined && !isStructured) {
		return { kind: 'OutputFormatting', why: `it has the section ${quoted(section.trim())}` };
	}
	if (isStructured) return { kind: 'LanguageMarkdown', why: 'it has structured text lists' };
	if (/\.md$/i.test(name)) return { kind: 'LanguageMarkdown', why: 'its name ends in .md' };
	return null;
}

function pronunciationKind(name: string, lines: string[]): Detected | null {
	if (/pronunc|phonetic|lexicon/i.test(name)) {
		return { kind: 'Pronunciation', why: 'its name says so' };
	}
	return textColumns(lines).isSpelledOut
		? { kind: 'Pronunciation', why: 'the second half of each line spells out the first' }
		: null;
}

/** Two columns may be anything: pronunciations, a glossary, or a table of sentences with what they belong to. */
function tableKind(name: string, lines: string[]): Detected | null {
	const { hasTabs, hasBlanks } = textColumns(lines);
	const what = hasTabs
		? 'its lines have columns separated by tabs, like pronunciations, glossaries and tables'
		: hasBlanks
			? 'its lines have two columns separated by spaces, like pronunciations without their tab'
			: /\.(csv|xlsx?)$/i.test(name)
				? 'its name is the name of a table'
				: null;
	return what && { kind: 'Language', why: 'it is text', doubt: what };
}

/**
 * The kind of a file that is not read, by its name alone; null when the name leaves it open.
 *
 * @param name Last part of the path of a URL.
 */
export function kindByName(name: string): Detected | null {
	const says = (pattern: RegExp) => pattern.test(name);
	const why = 'its name says so';
	if (says(/\.zip$/i)) {
		if (says(/trans|label/i)) return { kind: 'Acoustic', why };
		return says(/audio[-_ ]?(only|files)/i) ? { kind: 'AudioFiles', why } : null;
	}
	if (says(/pronunc|phonetic|lexicon/i)) return { kind: 'Pronunciation', why };
	if (says(/\.md$/i)) {
		if (says(/format|display|itn|rewrite|profan/i)) return { kind: 'OutputFormatting', why };
		return says(/struct/i) ? { kind: 'LanguageMarkdown', why } : null;
	}
	return says(/\.txt$/i) ? { kind: 'Language', why: 'its name ends in .txt' } : null;
}
