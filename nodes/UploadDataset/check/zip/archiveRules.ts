import type { DatasetKind } from '../../../shared/speech/entities';
import { counted } from '../../../shared/speech/text';
import type { CheckReport } from '../finding';
import { MACOS_FOLDER, type AudioFile, type DataArchive } from './readDataArchive';
import { transcriptRules } from './transcriptRules';
import { TRANSCRIPT } from './transcript';
import { formatFault, isCutOff, LONGEST_TEST, LONGEST_TRAINING, secondsOf } from './wavFaults';

/** What a dataset with audio is for; the service itself does not ask before a training or a test is started. */
export type UsedFor = 'any' | 'training' | 'testing';

/** Source: Microsoft Learn, "Training and testing datasets". */
const MOST_FILES = 10_000;

/** Checks what an archive of speech data holds against what its kind asks for. */
export function checkArchive(
	archive: DataArchive,
	kind: DatasetKind,
	usedFor: UsedFor,
	report: CheckReport,
): void {
	const { findings } = report;
	const { audio, folders, others, transcripts } = archive;
	if (audio.length === 0) {
		findings.add('The archive holds no WAV file.', 'Put the audio into the zip, as .wav files.');
	}
	if (audio.length > MOST_FILES) {
		findings.add(
			`The archive holds ${audio.length.toLocaleString('en-US')} audio files, and ${MOST_FILES.toLocaleString('en-US')} are allowed.`,
			'Divide them into several archives.',
		);
	}
	for (const folder of folders) {
		findings.add(
			`The archive has a folder: '${folder}'.`,
			folder === MACOS_FOLDER
				? "It is macOS that adds it: make the zip with 'zip -X -j'."
				: 'Put the files themselves into the zip, without folders.',
			{ file: folder },
		);
	}
	for (const name of others) addStranger(name, archive, kind, report);
	for (const file of audio) checkAudio(file, usedFor, report);
	if (kind === 'Acoustic') transcriptRules(archive, report);
	else if (transcripts !== null) {
		findings.add(
			`The archive has transcripts (${counted(transcripts.length, 'line')} in ${TRANSCRIPT}), which its kind does not take.`,
			"Choose 'Audio + Human-Labeled Transcript' in 'Kind', or take them out.",
			{ file: TRANSCRIPT },
		);
	}
}

function addStranger(name: string, archive: DataArchive, kind: string, { findings }: CheckReport) {
	const isTranscript = /\.(txt|tsv)$/i.test(name);
	const mend =
		isTranscript && kind === 'Acoustic' && archive.transcripts === null
			? `Rename it to ${TRANSCRIPT}, if it holds the transcripts.`
			: 'Take it out.';
	findings.add('The file is neither audio nor transcripts.', mend, { file: name });
}

function checkAudio(
	{ name, wav, bytes }: AudioFile,
	usedFor: UsedFor,
	{ findings, notes }: CheckReport,
): void {
	const file = { file: name };
	if (wav === null) {
		findings.add('The file is no WAV file.', 'Convert it to WAV: PCM, 16 bit, mono.', file);
		return;
	}
	const fault = formatFault(wav);
	if (fault) {
		const mend = 'Convert it to PCM, 16 bit, mono, 8,000 or 16,000 Hz.';
		findings.add(`The audio is ${fault}.`, mend, file);
		return;
	}
	const seconds = secondsOf(wav, bytes);
	if (isCutOff(wav, bytes)) {
		findings.add('The audio is shorter than its header says.', 'Copy the file again.', file);
	} else if (seconds === 0) findings.add('The file holds no sound.', 'Take it out.', file);
	else if (seconds > LONGEST_TEST) {
		findings.add(
			`The audio lasts ${lasting(seconds)}, and ${lasting(LONGEST_TEST)} (2 hours) are allowed.`,
			'Cut it into shorter files.',
			file,
		);
	} else if (seconds > LONGEST_TRAINING && usedFor !== 'testing') {
		const what = `The audio lasts ${lasting(seconds)}: of files over ${lasting(LONGEST_TRAINING)} training uses the transcript only.`;
		const list = usedFor === 'training' ? findings : notes;
		list.add(what, 'Cut it into shorter files, or use it for tests.', file);
	}
}

function lasting(seconds: number): string {
	return `${Math.ceil(seconds).toLocaleString('en-US')} s`;
}
