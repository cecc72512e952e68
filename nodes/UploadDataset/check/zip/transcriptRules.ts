import type { CheckReport } from '../finding';
import { Groups, linesThat } from '../groups';
import { bareName } from './chooseTranscripts';
import { codePageOf, sameName } from './entryName';
import type { AudioFile } from './readDataArchive';
import type { ReadText } from './transcript';
import type { TranscriptLine } from './transcriptLines';

type Trouble = 'written' | 'codePage' | 'otherwise' | 'heading';

/** Words that stand over a column of names. */
const HEADING =
	/^(id|(audio|wav|sound)?[ _-]?(file)?[ _-]?(name|path|id)?s?|recording|utterance|clip|segment|path|datei(name)?|fichier|archivo|nombre|nom)$/i;

/** Checks that every line of the transcripts has its audio file, and every audio file its line. */
export function transcriptRules(
	transcripts: ReadText,
	audio: AudioFile[],
	locale: string,
	report: CheckReport,
): void {
	new Pairing(transcripts, audio, locale).check(report);
}

class Pairing {
	private readonly byName = new Map<string, AudioFile>();
	/** The first line of each audio file. */
	private readonly lineOf = new Map<AudioFile, number>();
	private readonly troubles = new Groups<Trouble>();
	/** How names are written that are not those of the archive. */
	private readonly faults = new Set<string>();
	private hasOtherPage = false;
	/** Lines whose name fits no file in any way. */
	private readonly lost: TranscriptLine[] = [];

	constructor(
		private readonly transcripts: ReadText,
		private readonly audio: AudioFile[],
		private readonly locale: string,
	) {
		for (const file of audio) {
			for (const reading of file.entryName.readings) {
				this.byName.set(sameName(reading.split('/').pop()!), file);
			}
		}
	}

	check(report: CheckReport): void {
		for (const line of this.transcripts.lines) this.pair(line, report);
		this.tellTroubles(report);
		this.tellLost(report);
		this.tellMissing(report);
		this.tellUnmarked(report);
	}

	private pair(line: TranscriptLine, report: CheckReport): void {
		const { number, file } = line;
		const place = { line: number, file: this.transcripts.name };
		const audio = this.byName.get(sameName(file));
		if (!audio) {
			this.pairInAnotherWay(line);
			return;
		}
		const before = this.lineOf.get(audio);
		if (before !== undefined) {
			report.findings.add(
				`The line has the same file name as line ${before}: '${file}'.`,
				'Keep one line for each file.',
				place,
			);
			return;
		}
		this.lineOf.set(audio, number);
		if (!audio.entryName.readings.some((reading) => reading.split('/').pop() === file)) {
			this.troubles.add('otherwise', place, [`'${file}' for the file '${audio.name}'`]);
		}
	}

	/** A line whose name is only written otherwise still belongs to its file: one cure fixes all of them. */
	private pairInAnotherWay(line: TranscriptLine): void {
		const { number, file } = line;
		const place = { line: number, file: this.transcripts.name };
		const bare = bareName(file);
		const ends = [bare, `${bare}.wav`, bare.replace(/\.[a-z0-9]{2,4}$/i, '.wav')];
		const audio = ends.map((name) => this.byName.get(sameName(name))).find(Boolean);
		if (audio) {
			for (const fault of writingFaults(file, audio.name)) this.faults.add(fault);
			this.troubles.add('written', place, [`'${file}' for '${audio.name}'`]);
			this.lineOf.set(audio, this.lineOf.get(audio) ?? number);
			return;
		}
		for (const other of this.audio) {
			const page = codePageOf(other.entryName, file, this.locale);
			if (page === null) continue;
			this.troubles.add('codePage', place, [page]);
			this.hasOtherPage = true;
			this.lineOf.set(other, this.lineOf.get(other) ?? number);
			return;
		}
		const isFirst = number === this.transcripts.lines[0].number;
		if (isFirst && HEADING.test(bare)) this.troubles.add('heading', place);
		else this.lost.push(line);
	}

	private tellTroubles({ findings, notes }: CheckReport): void {
		for (const [trouble, { count, place, examples }] of this.troubles.entries()) {
			const [example] = examples;
			if (trouble === 'written') {
				const cure = this.faults.has('without .wav')
					? 'Write the names with .wav'
					: 'Write the names';
				findings.add(
					`${linesThat(count, 'has the name of its audio file', 'have the names of their audio files')} ${[...this.faults].join(', ')}: ${example}.`,
					`${cure}, exactly as in the archive.`,
					place,
				);
			} else if (trouble === 'codePage') {
				findings.add(
					`The archive has file names that are not in UTF-8 but look like ${example}, so ${count} of its files cannot be matched to the transcripts.`,
					'Create the zip file again with names in UTF-8 (in 7-Zip, use the parameter cu=on), or rename the files without accents.',
					place,
				);
			} else if (trouble === 'heading') {
				findings.add('The line is a heading.', 'Remove it.', place);
			} else {
				const what =
					count === 1
						? `The line has ${example}.`
						: `${count} lines have names with different case or accents, such as ${example}.`;
				notes.add(what, 'Write the name exactly as in the archive.', place);
			}
		}
	}

	private tellLost({ findings }: CheckReport): void {
		const { name, lines } = this.transcripts;
		if (this.lost.length > 1 && this.lost.length === lines.length && this.audio.length > 0) {
			findings.add(
				`None of the ${lines.length} lines matches a file in the archive: line ${lines[0].number} has '${lines[0].file}', but the archive has '${this.audio[0].name}'.`,
				'Write the names exactly as in the archive, or add the files of these transcripts to it.',
				{ line: lines[0].number, file: name },
			);
			return;
		}
		for (const { number, file } of this.lost) {
			findings.add(
				`The line refers to '${file}', which is not in the archive.`,
				'Add the file, or remove the line.',
				{ line: number, file: name },
			);
		}
	}

	private tellMissing({ findings }: CheckReport): void {
		const { name, lines, hasNameless } = this.transcripts;
		// Where no name could be told, or none fits, all files would be named for one reason that has been told.
		if (hasNameless || lines.length === 0 || this.lost.length === lines.length) return;
		for (const file of this.audio) {
			if (this.lineOf.has(file)) continue;
			findings.add(`The file has no line in ${name}.`, 'Add its transcript, or remove the file.', {
				file: file.name,
			});
		}
	}

	private tellUnmarked({ notes }: CheckReport): void {
		const unmarked = this.audio.filter(({ entryName }) => entryName.unmarked !== null);
		if (unmarked.length === 0 || this.hasOtherPage) return;
		notes.add(
			`The archive does not specify the encoding of ${unmarked.length} file names, starting with this one.`,
			'If the service does not find the files, create the zip file again with names marked as UTF-8 (in 7-Zip, use the parameter cu=on).',
			{ file: unmarked[0].name },
		);
	}
}

/** What distinguishes a name as it is written from the name of the file. */
function writingFaults(file: string, name: string): string[] {
	const bare = bareName(file);
	return [
		/["'“‘”’]/u.test(file) && 'in quotation marks',
		/[/\\]/.test(file) && 'with a path',
		file !== file.trim() && 'with a space before or after it',
		!/\.[a-z0-9]{2,4}$/i.test(bare) && /\.wav$/i.test(name) && 'without .wav',
		/\.[a-z0-9]{2,4}$/i.test(bare) && !/\.wav$/i.test(bare) && 'with another extension',
	].filter((fault): fault is string => fault !== false);
}
