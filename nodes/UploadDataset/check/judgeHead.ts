import type { DatasetKind } from '../../shared/speech/entities';
import { archiveKind, contentOf, textKind, type Detected } from './detectKind';
import type { CheckReport } from './finding';
import { isTextKind } from './inspectText';
import { BYTE_ORDER_MARK, encodingFault, encodingOf } from './text/encoding';

/** Bytes from which content and kind are told. */
export const HEAD_BYTES = 64 * 1024;

/** What the first bytes of a file say. */
export interface Head extends Detected {
	/** Whether it has a byte order mark of UTF-8. */
	isMarked: boolean;
	/** Whether it is neither text nor an archive, so that its kind is no more than a guess. */
	isForeign: boolean;
	/** Whether a byte order mark is to be put in front of it. */
	isMended: boolean;
}

const SAVE = 'Save the file as "UTF-8 with BOM".';

/**
 * Tells from the first bytes what a file is, and finds what makes a closer look useless:
 * another kind of file than the person chose, or an encoding that cannot be read.
 *
 * @param kind Null to find out.
 * @param mayMend Whether a byte order mark that is missing may be put in front.
 */
export function judgeHead(
	name: string,
	bytes: Buffer,
	kind: DatasetKind | null,
	mayMend: boolean,
	report: CheckReport,
): Head {
	const content = contentOf(bytes);
	const encoding = encodingOf(bytes);
	const isMarked = encoding === 'utf8WithBom';
	const text = wholeLines(isMarked ? bytes.subarray(BYTE_ORDER_MARK.length) : bytes);
	const detected = content === 'zip' ? archiveKind(false) : textKind(name, text);
	const needsMark = content === 'text' && encoding === 'utf8';
	const head: Head = {
		...detected,
		...(kind && { kind }),
		isMarked,
		isForeign: content === 'wav' || content === 'other',
		isMended: needsMark && mayMend,
	};
	const wantsText = isTextKind(head.kind);
	if (content === 'nothing') {
		report.addUnread('The file is empty.', 'Check the node that brings it.');
	} else if (content === 'wav') {
		report.addUnread(
			'The file is a single WAV file.',
			'Put the audio into a zip, with its transcripts in trans.txt.',
		);
	} else if (content === 'other') {
		report.addUnread(
			'The file is neither text nor a zip archive.',
			'Use a text in UTF-8, or a zip of WAV files.',
		);
	} else if (wantsText !== (content === 'text')) {
		const what = wantsText ? 'a zip archive, and its kind is a text' : 'no zip archive';
		report.addUnread(`The file is ${what}.`, "Choose another 'Kind', or another file.");
	} else if (content === 'text') {
		const fault = encodingFault(encoding);
		if (fault) report.addUnread(`The file ${fault}.`, SAVE, { line: 1 });
		else if (needsMark && !mayMend) {
			const mend = `${SAVE} Or switch on 'Add Missing Byte Order Mark'.`;
			report.addUnread('The file has no byte order mark.', mend, { line: 1 });
		}
	}
	return head;
}

/** Leaves out a last line that is only begun. */
function wholeLines(head: Buffer): Buffer {
	const isWholeFile = head.length < HEAD_BYTES - BYTE_ORDER_MARK.length;
	return isWholeFile ? head : head.subarray(0, head.lastIndexOf('\n') + 1);
}
