import type { ContentFinding, ContentFindings } from '../check/finding';
import type { Signature } from '../check/signature';
import type { Inspection } from '../check/inspect';

/** The service's guide asks for tests with data the model has not been trained with. */
const MEND =
	'Keep test data out of the training data. Otherwise, the model already knows it and the test is not reliable.';

const NOTHING: ContentFinding = {
	line: null,
	file: null,
	what: 'The archive contains neither audio nor transcripts.',
	fix: 'Check the node that provides the file.',
};

/**
 * Names the audio files that a dataset shares with another one, used for the opposite.
 *
 * @param theirs What the audio of the other one holds, as the keys of a signature.
 * @param other How the other one is called in a sentence, such as `the training data 'calls.zip'`.
 */
export function findSharedData(
	{ files }: Signature,
	theirs: ReadonlySet<string>,
	other: string,
	findings: ContentFindings,
): void {
	for (const [content, file] of files) {
		if (theirs.has(content)) findings.add(`The audio is also in ${other}.`, MEND, { file });
	}
}

/** Names the lines of the transcripts that are in another dataset, used for the opposite; see `findSharedData`. */
export function findSharedLines(
	{ lines, transcripts }: Signature,
	theirs: ReadonlySet<string>,
	other: string,
	findings: ContentFindings,
): void {
	for (const [digest, line] of lines) {
		if (!theirs.has(digest)) continue;
		findings.add(`The text of the line is also in ${other}.`, MEND, { line, file: transcripts });
	}
}

/** What keeps a file, or a part of it, from being compared with another; null when nothing does. */
export function whyNotComparable({ report, signature }: Inspection): ContentFinding | null {
	if (report.unread) return report.unread;
	const isEmpty = signature?.files.size === 0 && signature.lines.size === 0;
	return isEmpty ? NOTHING : null;
}
