import { errorsIn } from './editsOf';
import type { Hearing } from './parseScore';

/** One recording, as both models heard it. */
export interface Utterance {
	audio: string;
	said: string | null;
	reference: Hearing | null;
	candidate: Hearing | null;
}

/** The recordings with the most errors of the candidate, the most first; of equals those the reference heard better. */
export function worstUtterances(utterances: Utterance[], most: number): Utterance[] {
	const errors = (hearing: Hearing | null) => errorsIn(hearing?.edits ?? []);
	const ranked = utterances.map((utterance) => ({
		utterance,
		candidate: errors(utterance.candidate),
		reference: errors(utterance.reference),
	}));
	return ranked
		.filter(({ candidate }) => candidate > 0)
		.sort((one, other) => other.candidate - one.candidate || one.reference - other.reference)
		.slice(0, most)
		.map(({ utterance }) => utterance);
}
