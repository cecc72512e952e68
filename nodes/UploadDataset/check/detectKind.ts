import type { DatasetKind } from '../../shared/speech/entities';
import { quoted } from '../../shared/speech/text';
import { encodingFault, encodingOf } from './text/encoding';
import { sectionOf } from './text/outputFormatting';

/** What a file turns out to be, and why, as the end of a sentence. */
export interface Detected {
	kind: DatasetKind;
	why: string;
}

/** What the first bytes of a file are. */
export type Content = 'zip' | 'text' | 'wav' | 'other' | 'nothing';

/** The first entry, the end of an empty archive, and the two marks of one in several parts. */
const ZIP_STARTS = ['504b0304', '504b0506', '504b0708', '504b3030'];

/** Tells an archive from text, and both from what is neither. */
export function contentOf(head: Buffer): Content {
	if (head.length === 0) return 'nothing';
	if (ZIP_STARTS.includes(head.toString('hex', 0, 4))) return 'zip';
	if (head.toString('latin1', 0, 4) === 'RIFF') return 'wav';
	return encodingFault(encodingOf(head)) === 'is no text' ? 'other' : 'text';
}

/** The kind of an archive. */
export function archiveKind(hasTranscripts: boolean): Detected {
	return hasTranscripts
		? { kind: 'Acoustic', why: 'the archive holds transcripts' }
		: { kind: 'AudioFiles', why: 'the archive holds no transcripts' };
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
	const section = lines.find((line) => sectionOf(line) !== null);
	const isMarkdown = /\.md$/i.test(name);
	const isStructured = lines.some((line) =>
		/^\s*@\s*(list\s|speech:phoneticlexicon)|^\s*-\s.*\{@/i.test(line),
	);
	if (section !== undefined && !isStructured) {
		return { kind: 'OutputFormatting', why: `it has the section ${quoted(section.trim())}` };
	}
	if (isStructured) return { kind: 'LanguageMarkdown', why: 'it has lists of structured text' };
	if (isMarkdown) return { kind: 'LanguageMarkdown', why: 'its name ends in .md' };
	if (/pronunc|phonetic|lexicon/i.test(name)) {
		return { kind: 'Pronunciation', why: 'its name says so' };
	}
	const isPairs = lines.length > 0 && lines.every((line) => line.split('\t').length === 2);
	if (isPairs) return { kind: 'Pronunciation', why: 'each line has exactly one tab' };
	return { kind: 'Language', why: 'it is text with one sentence a line' };
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
