import type { EntityFile } from '../../shared/speech/entities';

/** The score files of one recording, by model. */
export interface FilePair {
	audio: string;
	reference: EntityFile | null;
	candidate: EntityFile | null;
}

/** `call-17.wav.model1_score.json`; source: the examples of the OpenAPI document 2025-10-15. */
const SCORE_NAME = /^(.*)\.model([12])_score\.json$/i;

/** Puts the two score files of each recording together, in the order of the list; other files are passed over. */
export function pairFiles(files: EntityFile[]): FilePair[] {
	const pairs = new Map<string, FilePair>();
	for (const file of files) {
		const [, audio, model] = SCORE_NAME.exec(file.name) ?? [];
		if (audio === undefined) continue;
		const pair = pairs.get(audio) ?? { audio, reference: null, candidate: null };
		pairs.set(audio, { ...pair, [model === '1' ? 'reference' : 'candidate']: file });
	}
	return [...pairs.values()];
}
