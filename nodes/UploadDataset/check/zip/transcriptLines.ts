import type { CheckReport, Place } from '../finding';
import { Groups, linesThat, type Group } from '../groups';
import { likelyEncoding } from '../text/legacyEncoding';
import { LocaleRules } from '../text/localeRules';
import { noteRepetition } from '../text/sentence';
import type { TextLine } from '../text/textLines';
import { unprintable } from '../text/unprintable';

/** A line of the transcripts. */
export interface TranscriptLine {
	/** From 1. */
	number: number;
	/** The audio file it names, as it is written. */
	file: string;
	/** Stands for what is said, whatever its case, punctuation and spaces; null for what is too short to tell. */
	digest: string | null;
}

/** Characters the name of an audio file may have: no file system in use has longer ones. */
const LONGEST_NAME = 255;
/** More lines than an archive may have files are counted and not kept. */
const MOST_LINES = 65_536;

const WRITE = 'Write the name of the audio file, one tab, and then what is said.';
/** A name of a recording at the beginning of a line without a tab. */
const NAME_WITHOUT_TAB = /^\s*(["']?[^\t]*?\.wav["']?)(?:\s|[,;|:])/i;
const IN_QUOTES = /^"[^"]*"$|^“[^”]*”$/;

type Fault =
	| 'notUtf8'
	| 'tooLong'
	| 'return'
	| 'control'
	| 'noTab'
	| 'columns'
	| 'nameless'
	| 'longName'
	| 'silent';

/** What is told of the lines that have a fault, for one and for many, with how to fix it. */
const FAULTS: Record<Fault, { one: string; many: string; fix: string }> = {
	notUtf8: {
		one: 'is not UTF-8',
		many: 'are not UTF-8',
		fix: 'Save it as "UTF-8 with BOM" and create the zip file again.',
	},
	tooLong: {
		one: 'is too long',
		many: 'are too long',
		fix: 'Put each transcript on its own line.',
	},
	return: {
		one: 'contains a carriage return without a line feed',
		many: 'contain a carriage return without a line feed',
		fix: 'Save it with LF or CRLF line endings and create the zip file again.',
	},
	control: {
		one: 'contains a control character',
		many: 'contain a control character',
		fix: 'Remove it.',
	},
	noTab: { one: 'has no tab', many: 'have no tab', fix: WRITE },
	columns: {
		one: 'has',
		many: 'have',
		fix: `${WRITE} Remove other columns, and any tab at the end.`,
	},
	nameless: { one: 'has no audio file name', many: 'have no audio file name', fix: WRITE },
	longName: {
		one: `has an audio file name with more than ${LONGEST_NAME} characters`,
		many: `have audio file names with more than ${LONGEST_NAME} characters`,
		fix: WRITE,
	},
	silent: {
		one: 'has no transcript after the tab',
		many: 'have no transcript after the tab',
		fix: WRITE,
	},
};

/** Faults that hide what the line says. */
const HIDING: Fault[] = [
	'notUtf8',
	'tooLong',
	'return',
	'control',
	'noTab',
	'columns',
	'nameless',
	'longName',
];

/** The lines of a text of an archive, judged one by one and told of at the end, each fault once. */
export class TranscriptLines {
	readonly kept: TranscriptLine[] = [];
	filled = 0;
	withTab = 0;
	hasNameless = false;
	private quoted = 0;
	private readonly faults = new Groups<Fault>();
	private readonly localeRules: LocaleRules;
	private readonly isEnglish: boolean;

	constructor(
		private readonly name: string,
		private readonly locale: string,
		private readonly digestOf: (said: string) => string | null,
	) {
		this.localeRules = new LocaleRules('transcripts', locale);
		this.isEnglish = /^en-/i.test(locale);
	}

	read(line: TextLine, report: CheckReport): void {
		const place = { line: line.number, file: this.name };
		// The names at least can be told from what is no UTF-8: they are mostly ASCII.
		const text = line.text ?? line.bytes.toString('latin1');
		if (text.trim() === '') return;
		this.filled += 1;
		if (line.text === null) {
			this.faults.add('notUtf8', place, [likelyEncoding(line.bytes, this.locale)]);
		} else if (line.isTooLong) this.faults.add('tooLong', place);
		const found = unprintable(text);
		if (found === 'return') {
			// Where a line ends cannot be told then.
			this.hasNameless = true;
			this.withTab += 1;
			this.faults.add('return', place);
			return;
		}
		if (found !== null && line.text !== null) this.faults.add('control', place);
		this.readParts(text, place, report);
	}

	/** Tells what was found. */
	end(report: CheckReport): void {
		const place = { file: this.name };
		for (const [fault, group] of this.faults.entries()) this.tell(fault, group, report);
		this.localeRules.end(report);
		if (this.filled === 0) {
			report.findings.add(
				'The file contains no transcript.',
				'Write a line for each audio file.',
				place,
			);
		}
		if (this.quoted > 0 && this.quoted === this.filled) {
			report.notes.add(
				'All transcripts are in quotation marks, which the service treats as part of the text.',
				'Write the transcripts without quotation marks.',
				place,
			);
		}
	}

	private readParts(text: string, place: Required<Place>, report: CheckReport): void {
		const [file, said = '', ...more] = text.split('\t');
		if (!text.includes('\t')) {
			this.faults.add('noTab', place);
			this.keep(NAME_WITHOUT_TAB.exec(text)?.[1] ?? '', place.line, null);
			return;
		}
		this.withTab += 1;
		if (file.trim() === '') this.faults.add('nameless', place);
		else if (file.length > LONGEST_NAME) this.faults.add('longName', place);
		else if (more.length > 0) this.faults.add('columns', place, [tabs(text)]);
		else if (said.trim() === '') this.faults.add('silent', place);
		else this.judgeSaid(said, place, report);
		this.keep(file.length > LONGEST_NAME ? '' : file, place.line, this.digestOf(said.trim()));
	}

	private judgeSaid(said: string, place: Required<Place>, report: CheckReport): void {
		if (IN_QUOTES.test(said.trim())) this.quoted += 1;
		this.localeRules.line(said, place);
		// Source: Microsoft Learn, "How to create human-labeled transcriptions", text normalization for US English.
		if (this.isEnglish) noteRepetition(said, place, report);
	}

	private keep(file: string, number: number, digest: string | null): void {
		if (file.trim() === '') this.hasNameless = true;
		else if (this.kept.length < MOST_LINES)
			this.kept.push({ number, file: ofItsOwn(file), digest });
	}

	private tell(fault: Fault, { count, place, examples }: Group, report: CheckReport): void {
		const { one, many, fix } = FAULTS[fault];
		const more =
			fault === 'columns'
				? ` ${[...examples].join(' or ')} instead of one`
				: [...examples].join('');
		const what = `${linesThat(count, one, many)}${more}.`;
		if (HIDING.includes(fault)) report.addUnread(what, fix, place);
		else report.findings.add(what, fix, place);
	}
}

/** `2 tabs`. */
function tabs(text: string): string {
	return `${text.split('\t').length - 1} tabs`;
}

/** A part of a text keeps the whole of it in memory; a copy does not. */
function ofItsOwn(part: string): string {
	return Buffer.from(part).toString();
}
