import { cleanText } from '../../shared/speech/text';
import type { ContentFinding, ContentFindings } from '../check/finding';

/** Longest piece of a finding that is shown; names of files and lists come from outside. */
const LONGEST = 300;

/** `trans.txt, line 3: The line has no tab.` */
export function whereAndWhat({ line, file, what }: Omit<ContentFinding, 'fix'>): string {
	const where = [
		file === null ? null : cleanText(file, 100),
		line === null ? null : `line ${line}`,
	];
	const place = where.filter(Boolean).join(', ');
	const text = cleanText(what, LONGEST);
	if (place === '') return text;
	return file === null ? `Line ${line}: ${text}` : `${place}: ${text}`;
}

/** All findings that are kept, one a line, each with how to fix it. */
export function listed({ shown, count }: ContentFindings): string {
	const lines = shown.map(
		(finding) => `${whereAndWhat(finding)} ${cleanText(finding.fix, LONGEST)}`,
	);
	const left = count - shown.length;
	return [...lines, ...(left > 0 ? [`... and ${left.toLocaleString('en-US')} more.`] : [])].join(
		'\n',
	);
}

/** Findings as plain data of an item, made fit to show. */
export function asData({ shown }: ContentFindings) {
	return shown.map(({ line, file, what, fix }) => ({
		line,
		file: file === null ? null : cleanText(file, 100),
		what: cleanText(what, LONGEST),
		fix: cleanText(fix, LONGEST),
	}));
}
