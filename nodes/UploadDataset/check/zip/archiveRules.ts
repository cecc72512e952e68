import type { DatasetKind } from '../../../shared/speech/entities';
import { counted } from '../../../shared/speech/text';
import type { CheckReport } from '../finding';
import { audioRules, type UsedFor } from './audioRules';
import type { TranscriptChoice } from './chooseTranscripts';
import { MACOS_FOLDER, type DataArchive } from './readDataArchive';
import { strangerRules } from './strangers';
import type { ReadText } from './transcript';
import { transcriptRules } from './transcriptRules';

/** What an archive is checked against. */
export interface ArchiveRules {
	kind: DatasetKind;
	usedFor: UsedFor;
	locale: string;
}

/** Source: Microsoft Learn, "Training and testing datasets". */
const MOST_FILES = 10_000;

const ONE_LINE_EACH = 'on each line, the name of an audio file, one tab, and what is said';

/**
 * Checks what an archive of speech data holds against what its kind asks for.
 *
 * @returns how many of its audio files are short enough for a training.
 */
export function checkArchive(
	archive: DataArchive,
	choice: TranscriptChoice,
	rules: ArchiveRules,
	report: CheckReport,
): number {
	const { findings } = report;
	const { audio, folders, strangers, texts } = archive;
	// What hides a part of the transcripts hides it from a comparison too, whatever else is wrong.
	report.unread ??= choice.chosen?.report.unread ?? null;
	if (audio.length === 0) return noAudio(archive, report);
	if (audio.length > MOST_FILES) {
		findings.add(
			`The archive contains ${audio.length.toLocaleString('en-US')} audio files, but at most ${MOST_FILES.toLocaleString('en-US')} are allowed.`,
			'Split them into several archives.',
		);
	}
	for (const folder of folders) {
		findings.add(
			`The archive has a folder: '${folder}'.`,
			folder === MACOS_FOLDER
				? "The folder comes from macOS. Create the zip file with 'zip -X -j'."
				: 'Add the files to the zip file without folders.',
			{ file: folder },
		);
	}
	strangerRules(strangers, report);
	const short = audioRules(audio, rules.usedFor, report);
	if (rules.kind === 'AudioFiles') refuseTexts(texts, choice, report);
	else checkTranscripts(archive, choice, rules.locale, report);
	return short;
}

function noAudio({ texts, strangers, folders }: DataArchive, report: CheckReport): 0 {
	if (folders.some((folder) => ['word', 'xl', 'ppt'].includes(folder))) {
		report.findings.add(
			'The file is an Office document.',
			'Save it as plain text, "UTF-8 with BOM".',
		);
	} else if (texts.length + strangers.length > 0) {
		const what =
			texts.length > 0 ? `${counted(texts.length, 'text')} and no WAV file` : 'no WAV file';
		report.findings.add(
			`The archive contains ${what}.`,
			'Upload text files one by one, not zipped. For audio, add WAV files and their transcripts to the zip file.',
		);
		strangerRules(strangers, report);
	} else {
		report.findings.add(
			'The archive contains no WAV file.',
			'Add the audio to the zip file as .wav files.',
		);
	}
	return 0;
}

/** Audio alone takes no text, and transcripts are worth more than that. */
function refuseTexts(
	texts: ReadText[],
	{ chosen, isCertain }: TranscriptChoice,
	report: CheckReport,
) {
	for (const text of texts) {
		const file = { file: text.name };
		if (isCertain && text === chosen) {
			report.findings.add(
				`The archive has transcripts (${counted(text.filled, 'line')} in ${text.name}), which its data type does not accept.`,
				"Choose 'Audio + Human-Labeled Transcript' in 'Data Type'.",
				file,
			);
		} else
			report.findings.add(
				'The file is text, but its data type accepts only audio.',
				'Remove it.',
				file,
			);
	}
}

function checkTranscripts(
	{ audio, texts }: DataArchive,
	{ chosen, isCertain, rivals }: TranscriptChoice,
	locale: string,
	report: CheckReport,
): void {
	if (chosen === null) {
		const names = texts.map(({ name }) => name);
		if (
			isOneForEach(
				texts,
				audio.map(({ name }) => name),
			)
		) {
			report.findings.add(
				`The archive has a text file for each recording, such as '${names[0]}'.`,
				`Put all of them into one text file: ${ONE_LINE_EACH}.`,
			);
		} else if (rivals.length > 0) {
			report.findings.add(
				`The archive has several transcripts: ${rivals
					.slice(0, 3)
					.map(({ name }) => `'${name}'`)
					.join(', ')}.`,
				`Put all of them into one text file: ${ONE_LINE_EACH}.`,
			);
		} else noTranscripts(texts, report);
		return;
	}
	for (const other of texts.filter((text) => text !== chosen)) {
		report.findings.add(
			`The file is text, but the transcripts are in ${chosen.name}.`,
			'Remove it.',
			{ file: other.name },
		);
	}
	if (!isCertain && chosen.filled > 0 && chosen.withTab === 0 && chosen.lines.length === 0) {
		noTranscripts(texts, report);
		return;
	}
	report.absorb(chosen.report);
	// What cannot be read has been told: every file would be named for it.
	if (chosen.lines.length === 0) return;
	transcriptRules(chosen, audio, locale, report);
}

function noTranscripts(texts: ReadText[], { findings }: CheckReport): void {
	const found = texts.length > 0 ? `: no text file in it has ${ONE_LINE_EACH}` : '';
	findings.add(
		`The archive has no transcripts${found}.`,
		`Add them as one text file, such as trans.txt: ${ONE_LINE_EACH}. For audio without transcripts, choose 'Audio Only' in 'Data Type'.`,
	);
}

/** `one.wav` with `one.txt`, `two.wav` with `two.txt`. */
function isOneForEach(texts: ReadText[], audio: string[]): boolean {
	const stems = new Set(audio.map(stemOf));
	return texts.length > 1 && texts.every(({ name }) => stems.has(stemOf(name)));
}

function stemOf(name: string): string {
	return name.replace(/\.[^.]+$/, '').toLowerCase();
}
