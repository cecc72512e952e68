import type { CheckReport } from '../finding';
import { Groups, linesThat } from '../groups';

/** Lines of transcripts in a text that takes none: they belong beside their audio. */
export class MisplacedTranscripts {
	private readonly lines = new Groups<'transcript'>();

	/** @param number Of the line, from 1. */
	add(number: number): void {
		this.lines.add('transcript', { line: number });
	}

	end({ findings }: CheckReport): void {
		for (const [, { count, place }] of this.lines.entries()) {
			findings.add(
				`${linesThat(count, 'is a transcript', 'are transcripts')}: the name of a recording, a tab, and what is said.`,
				"Add the file to a zip file with its recordings, as 'Audio + Human-Labeled Transcript'. To train with the text alone, remove the names.",
				place,
			);
		}
	}
}
