import type { CheckReport } from '../finding';
import type { DataArchive } from './readDataArchive';
import { TRANSCRIPT, type TranscriptLine } from './transcript';

/** Checks that every line of the transcripts has its audio file, and every audio file its line. */
export function transcriptRules(
	{ audio, transcripts }: DataArchive,
	{ findings, notes }: CheckReport,
): void {
	if (transcripts === null) {
		findings.add(
			`The archive has no ${TRANSCRIPT}.`,
			`Add ${TRANSCRIPT}: on each line a file name, one tab, and what is said. Without transcripts choose 'Audio Only' in 'Kind'.`,
		);
		return;
	}
	// Unreadable or empty, as has been told: every file would be named for it.
	if (transcripts.length === 0) return;
	const files = new Map(audio.map(({ name }) => [same(name), name]));
	const lines = new Map<string, TranscriptLine>();
	for (const line of transcripts) {
		const place = { line: line.number, file: TRANSCRIPT };
		const name = files.get(same(line.file));
		const before = lines.get(same(line.file));
		if (name === undefined) {
			findings.add(
				`The line names '${line.file}', which is not in the archive.`,
				'Add the file, or take the line out.',
				place,
			);
		} else if (before) {
			findings.add(
				`The line names '${line.file}', as line ${before.number} does.`,
				'Keep one line for each file.',
				place,
			);
		} else if (name !== line.file) {
			notes.add(
				`The line writes '${line.file}' for the file '${name}'.`,
				'Write the name as the archive does.',
				place,
			);
		}
		if (!before) lines.set(same(line.file), line);
	}
	for (const { name } of audio) {
		if (lines.has(same(name))) continue;
		findings.add(
			`The file has no line in ${TRANSCRIPT}.`,
			'Add its transcript, or take the file out.',
			{ file: name },
		);
	}
}

/** Names that differ only in case, or in how an accent is written, mean the same file. */
function same(name: string): string {
	return name.normalize('NFC').toLowerCase();
}
