import type { ContentFinding } from '../check/finding';
import type { Inspection } from '../check/inspect';

const NOTHING: ContentFinding = {
	line: null,
	file: null,
	what: 'The archive holds neither audio nor transcripts.',
	mend: 'Check the node that brings it.',
};

/** What keeps a file, or a part of it, from being compared with another; null when nothing does. */
export function whyNotComparable({ report, signature }: Inspection): ContentFinding | null {
	if (report.unread) return report.unread;
	const isEmpty = signature?.files.size === 0 && signature.lines.size === 0;
	return isEmpty ? NOTHING : null;
}
