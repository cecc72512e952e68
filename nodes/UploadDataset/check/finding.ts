/** Something in a file that the service would refuse, drop or misread. */
export interface ContentFinding {
	/** Line in the file, or in the transcript of an archive, from 1; null when it is about no line. */
	line: number | null;
	/** File inside of an archive; null when it is about none. */
	file: string | null;
	/** What is wrong, as a sentence. */
	what: string;
	/** How to fix it, as a sentence. */
	fix: string;
}

/** Where a finding is. */
export type Place = { line?: number; file?: string };

/** Findings kept to be shown; the rest is only counted. */
export const MOST_SHOWN = 50;

/** Findings of one file, in the order they were made: the first ones are kept, all are counted. */
export class ContentFindings {
	readonly shown: ContentFinding[] = [];
	count = 0;

	/** @param place Left out for what concerns the whole file. */
	add(what: string, fix: string, place: Place = {}): void {
		this.count += 1;
		if (this.shown.length < MOST_SHOWN) this.shown.push(findingOf(what, fix, place));
	}

	/** Takes in the findings of another list, behind its own. */
	absorb({ shown, count }: ContentFindings): void {
		this.shown.push(...shown.slice(0, MOST_SHOWN - this.shown.length));
		this.count += count;
	}
}

function findingOf(what: string, fix: string, { line, file }: Place): ContentFinding {
	return { line: line ?? null, file: file ?? null, what, fix };
}

/** What one look at a file brought. */
export class CheckReport {
	/** What stops the upload, unless the person only wants to be warned. */
	readonly findings = new ContentFindings();
	/** What is worth knowing but stops nothing. */
	readonly notes = new ContentFindings();
	/** The first finding that hides a part of the file, or all of it, from the look; null when all was read. */
	unread: ContentFinding | null = null;
	/** Lines of a text that the service would take, and lines that it would leave out. */
	readonly lines = { taken: 0, dropped: 0 };

	/** Takes in what another look at the same file brought. */
	absorb({ findings, notes, unread }: CheckReport): void {
		this.findings.absorb(findings);
		this.notes.absorb(notes);
		this.unread ??= unread;
	}

	/** Adds a note on a line that the service leaves out of what it takes; see `ContentFindings.add`. */
	drop(what: string, fix: string, place: Place): void {
		this.notes.add(what, fix, place);
		this.lines.dropped += 1;
	}

	/** Adds a note on what is not looked at further, and stops nothing; see `ContentFindings.add`. */
	noteUnread(what: string, fix: string, place: Place = {}): void {
		this.notes.add(what, fix, place);
		this.unread ??= findingOf(what, fix, place);
	}

	/** Adds a finding that hides from the look what it is about; see `ContentFindings.add`. */
	addUnread(what: string, fix: string, place: Place = {}): void {
		this.findings.add(what, fix, place);
		this.unread ??= findingOf(what, fix, place);
	}
}
