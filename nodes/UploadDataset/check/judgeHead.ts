import type { DatasetKind } from '../../shared/speech/entities';
import { archiveKind, contentOf, textKind, type Content, type Detected } from './detectKind';
import { foreignFormat, foreignTextFormat } from './fileFormats';
import type { CheckReport } from './finding';
import { isTextKind } from './inspectText';
import { BYTE_ORDER_MARK, encodingFault, encodingOf } from './text/encoding';
import { decodeAs } from './text/legacyEncoding';
import { takesAnsi } from './text/localeRules';

/** Bytes from which content and kind are told. */
export const HEAD_BYTES = 64 * 1024;
/** English pronunciations are looked at as a whole, since a single letter decides what is put in front of them. */
export const PRONUNCIATION_BYTES = 1024 * 1024 + 1;

/** What is known of a file before it is read. */
export interface HeadRules {
	/** Null to find out. */
	kind: DatasetKind | null;
	locale: string;
	/** Whether a byte order mark that is missing may be put in front. */
	mayMend: boolean;
}

/** What the first bytes of a file say. */
export interface Head extends Detected {
	/** Why its kind is no more than a guess; null when it is told, or a person chose it. */
	doubt: string | null;
	/** Whether it has a byte order mark of UTF-8. */
	isMarked: boolean;
	/** Whether a byte order mark is to be put in front of it. */
	isMended: boolean;
	/** Whether bytes that are no UTF-8 are taken as ANSI. */
	isAnsiTaken: boolean;
}

const SAVE = 'Save the file as "UTF-8 with BOM".';
const NEITHER = 'it is neither text nor a zip archive';

/**
 * Tells from the first bytes what a file is, and finds what makes a closer look useless:
 * another kind of file than the person chose, or an encoding that cannot be read.
 */
export function judgeHead(
	name: string,
	bytes: Buffer,
	rules: HeadRules,
	report: CheckReport,
): Head {
	const content = contentOf(bytes);
	const encoding = encodingOf(bytes);
	const isMarked = encoding === 'utf8WithBom';
	const text = wholeLines(isMarked ? bytes.subarray(BYTE_ORDER_MARK.length) : bytes);
	const detected = content === 'zip' ? archiveKind(false) : textKind(name, text);
	const foreign = foreignFormat(bytes) ?? (content === 'text' ? foreignTextFormat(bytes) : null);
	const isForeign = foreign !== null || content === 'wav' || content === 'other';
	const doubt = isForeign ? (foreign ? `it is ${foreign.is}` : NEITHER) : (detected.doubt ?? null);
	const kind = rules.kind ?? detected.kind;
	const isAnsiTaken = kind === 'Pronunciation' && !isMarked && takesAnsi(rules.locale);
	const isAnsi = isAnsiTaken && decodeAs('utf-8', text) === null;
	const needsMark = content === 'text' && encoding === 'utf8' && !isAnsi;
	const head: Head = {
		...detected,
		kind,
		doubt: rules.kind ? null : doubt,
		isMarked,
		isMended: needsMark && rules.mayMend,
		isAnsiTaken,
	};
	if (foreign) report.addUnread(`The file is ${foreign.is}.`, foreign.fix);
	else judgeContent(content, kind, report);
	if (report.findings.count > 0 || content !== 'text') return head;
	const fault = encodingFault(encoding);
	if (fault) report.addUnread(`The file ${fault}.`, SAVE, { line: 1 });
	else if (needsMark && !rules.mayMend && !isAnsiTaken) {
		const fix = `${SAVE} Or turn on 'Add Missing Byte Order Mark'.`;
		report.addUnread('The file has no byte order mark.', fix, { line: 1 });
	}
	return head;
}

function judgeContent(content: Content, kind: DatasetKind, report: CheckReport): void {
	const wantsText = isTextKind(kind);
	if (content === 'nothing') {
		report.addUnread('The file is empty.', 'Check the node that provides the file.');
	} else if (content === 'wav') {
		report.addUnread(
			'The file is a single WAV file.',
			'Add the audio to a zip file, with its transcripts in a text file such as trans.txt.',
		);
	} else if (content === 'other') {
		report.addUnread(
			'The file is neither text nor a zip archive.',
			'Use a text file in UTF-8, or a zip file of WAV files.',
		);
	} else if (wantsText !== (content === 'text')) {
		const what = wantsText
			? 'a zip archive, but its data type needs a text file'
			: 'not a zip archive';
		report.addUnread(`The file is ${what}.`, "Choose another 'Data Type', or another file.");
	}
}

/** Leaves out a last line that is only begun. */
function wholeLines(head: Buffer): Buffer {
	const isWholeFile = head.length < HEAD_BYTES - BYTE_ORDER_MARK.length;
	return isWholeFile ? head : head.subarray(0, head.lastIndexOf('\n') + 1);
}
