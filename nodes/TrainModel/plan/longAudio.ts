import { isAudioKind } from '../../shared/speech/audioKinds';
import type { Dataset } from '../../shared/speech/entities';
import { InputError } from '../../shared/speech/inputError';
import { idOf } from '../../shared/speech/references';
import { LONGEST_TRAINING_SECONDS, shortAudioFiles } from '../../shared/speech/shortAudio';
import { quoted } from '../../shared/speech/text';

const LIMIT = `${LONGEST_TRAINING_SECONDS} seconds`;

/**
 * Refuses a training that is known to fail: all its audio is too long.
 * Source: Microsoft Learn, "Training and testing datasets". Audio of which nothing is known may be short enough.
 *
 * @throws InputError naming the datasets.
 */
export function checkAudioLengths(datasets: Dataset[]): void {
	const audio = datasets.filter(({ kind }) => isAudioKind(kind));
	if (audio.length === 0 || !audio.every(isAllTooLong)) return;
	const names = audio.map((one) => `${quoted(one.displayName)} (${idOf(one)})`).join(', ');
	const [beginning, ending] = audio.length === 1 ? ['Dataset', 'holds'] : ['The datasets', 'hold'];
	throw new InputError(
		`${beginning} ${names} ${ending} no audio file of at most ${LIMIT}, and a training whose audio files are all longer fails.`,
		`Cut the recordings and their transcripts into pieces of at most ${LIMIT} and upload them again. Or train without this audio: upload the transcripts as plain text.`,
	);
}

/** What is to be known of audio that is too long while the training can still go on. */
export function longAudioHints(datasets: Dataset[]): string[] {
	return datasets
		.filter(({ kind }) => isAudioKind(kind))
		.flatMap((dataset) => longAudioHint(dataset) ?? []);
}

function longAudioHint(dataset: Dataset): string | null {
	const name = `dataset ${quoted(dataset.displayName)}`;
	if (isAllTooLong(dataset)) {
		return `Every audio file of ${name} is longer than ${LIMIT}, so the training uses only its transcripts.`;
	}
	const average = averageSeconds(dataset);
	const isKnown = shortAudioFiles(dataset.customProperties ?? undefined) !== null;
	if (isKnown || average <= LONGEST_TRAINING_SECONDS) return null;
	return `The audio files of ${name} are ${Math.round(average)} seconds long on average. For files longer than ${LIMIT}, the training uses only the transcripts. If all are longer, the training fails.`;
}

function isAllTooLong({ customProperties }: Dataset): boolean {
	return shortAudioFiles(customProperties ?? undefined) === 0;
}

/** 0 when the service does not tell; of audio it accepts a line for each file. */
function averageSeconds({ properties }: Dataset): number {
	const { durationMilliseconds = 0, acceptedLineCount = 0 } = properties ?? {};
	return acceptedLineCount > 0 ? durationMilliseconds / 1_000 / acceptedLineCount : 0;
}
