import { LONGEST_TRAINING_SECONDS } from '../../../shared/speech/shortAudio';
import type { CheckReport } from '../finding';
import { Groups } from '../groups';
import type { AudioFile } from './readDataArchive';
import { formatFault, lengthFault, LONGEST_TEST, secondsOf, TO_WAV } from './wavFaults';

/** What a dataset with audio is for; the service itself does not ask before a training or a test is started. */
export type UsedFor = 'any' | 'training' | 'testing';

/**
 * Checks the audio files of an archive.
 *
 * @returns how many of the usable ones a training can use the sound of.
 */
export function audioRules(audio: AudioFile[], usedFor: UsedFor, report: CheckReport): number {
	const lengths = new Lengths();
	for (const file of audio) {
		const seconds = usableSeconds(file, report);
		if (seconds !== null) lengths.add(file.name, seconds);
	}
	lengths.end(usedFor, report);
	return lengths.short;
}

/** How long an audio file lasts; null when the service cannot use it. */
function usableSeconds({ name, wav, is, bytes }: AudioFile, report: CheckReport): number | null {
	const { findings, notes } = report;
	const file = { file: name };
	const before = findings.count;
	if (wav === null) {
		findings.add(
			is ? `The file is ${is}, regardless of its name.` : 'The file is not a WAV file.',
			TO_WAV,
			file,
		);
		return null;
	}
	const fault = formatFault(wav);
	const seconds = secondsOf(wav, bytes);
	const length = lengthFault(wav, bytes);
	if (fault) {
		findings.add(
			`The audio is ${fault}.`,
			'Convert it to PCM, 16 bit, mono, 8,000 or 16,000 Hz.',
			file,
		);
	} else if (length === 'cutOff') {
		findings.add('The audio is shorter than its header says.', 'Copy the file again.', file);
	} else if (seconds === 0) findings.add('The file contains no sound.', 'Remove it.', file);
	else if (seconds > LONGEST_TEST) {
		findings.add(
			`The audio is ${lasting(seconds)} long, but at most ${lasting(LONGEST_TEST)} (2 hours) are allowed.`,
			'Cut it into shorter files.',
			file,
		);
	} else if (length === 'miscounted') {
		notes.add(
			'The header of the file announces a few more bytes than there are. The node uses the bytes that are there.',
			'If the service refuses the file, save it again with another program.',
			file,
		);
	}
	return findings.count === before ? seconds : null;
}

/** What the lengths of all audio files together mean for a training. */
class Lengths {
	short = 0;
	private usable = 0;
	private readonly long = new Groups<'long'>();

	add(name: string, seconds: number): void {
		this.usable += 1;
		if (seconds <= LONGEST_TRAINING_SECONDS) this.short += 1;
		else this.long.add('long', { file: name }, [lasting(seconds)]);
	}

	/** Source: Microsoft Learn, "Training and testing datasets": only when all files are too long does a training fail. */
	end(usedFor: UsedFor, { findings, notes }: CheckReport): void {
		if (usedFor === 'testing') return;
		const most = lasting(LONGEST_TRAINING_SECONDS);
		for (const [, { count, place, examples }] of this.long.entries()) {
			const [lasts] = examples;
			if (count < this.usable) {
				notes.add(
					`${count} of ${this.usable} audio files are longer than ${most}, this one ${lasts}. For these, training uses only the transcripts.`,
					'To train with their sound, too, cut them into shorter files.',
					place,
				);
				continue;
			}
			const all = count === 1 ? 'The only audio file is' : `All ${count} audio files are`;
			const list = usedFor === 'training' ? findings : notes;
			list.add(
				`${all} longer than ${most}${count === 1 ? ` (${lasts})` : ''}: a training with only this data fails.`,
				'Cut them into shorter files, or use them for tests.',
				place,
			);
		}
	}
}

function lasting(seconds: number): string {
	return `${Math.ceil(seconds).toLocaleString('en-US')} s`;
}
