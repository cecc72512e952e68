import type { IDataObject } from 'n8n-workflow';

import type { Evaluation } from '../../shared/speech/entities';
import { idOf } from '../../shared/speech/references';
import { fieldsWithoutSecrets } from '../../shared/speech/simplify';
import { cleanText, quoted } from '../../shared/speech/text';
import { leftTwin, twinSentence } from '../../shared/speech/twins';
import { BOTH_PORTALS, EITHER_PORTAL, isInPortals } from '../../shared/speech/whereToLook';
import type { Comparison, Verdict } from '../verdict/compareModels';
import { CANDIDATE, figuresAtEnd, REFERENCE } from '../../shared/speech/figures';
import type { TestMemo } from '../testMemo';
import { errorsIn } from '../utterances/editsOf';
import type { Hearing } from '../utterances/parseScore';
import type { ReadUtterances } from '../utterances/readUtterances';
import { markedText, shownEdits } from '../utterances/shownEdits';
import type { Utterance } from '../utterances/worstUtterances';

/** The comparison with its sentence; null for an inspection. */
export type Judgement = (Comparison & { why: string }) | null;

/** What an item gains as `test`. The verdict is there whether the rest is simplified or not: an IF node reads it. */
export function testResult(
	evaluation: Evaluation,
	{ rule, candidate, reference, reused, twin, simplified }: TestMemo,
	judgement: Judgement,
	read: ReadUtterances,
): IDataObject {
	const verdict = judgement && {
		verdict: judgement.verdict,
		better: judgement.verdict === 'better',
		why: judgement.why,
		metric: rule!.metric,
		gain: judgement.gain,
		relativeGain: judgement.relativeGain,
	};
	const recordings = {
		...(read.utterances.length > 0 && { utterances: read.utterances.map(utteranceFields) }),
	};
	if (!simplified) return { ...fieldsWithoutSecrets(evaluation), ...verdict, ...recordings };
	return {
		id: idOf(evaluation),
		...verdict,
		reference: { ...reference, ...figuresAtEnd(evaluation, REFERENCE) },
		candidate: { ...candidate, ...figuresAtEnd(evaluation, CANDIDATE) },
		reused,
		...leftTwin(twin),
		...recordings,
	};
}

/** One recording in plain text: `[-left out-]`, `{+put in+}`. */
function utteranceFields({ audio, said, reference, candidate }: Utterance): IDataObject {
	return {
		audio: cleanText(audio, 100),
		transcript: said === null ? null : cleanText(said),
		referenceHeard: heard(reference),
		candidateHeard: heard(candidate),
		referenceErrors: errors(reference),
		candidateErrors: errors(candidate),
		referenceEdits: marked(reference),
		candidateEdits: marked(candidate),
	};
}

function heard(hearing: Hearing | null): string | null {
	return hearing && cleanText(hearing.heard);
}

function errors(hearing: Hearing | null): number | null {
	return hearing?.edits ? errorsIn(hearing.edits) : null;
}

function marked(hearing: Hearing | null): string | null {
	return hearing?.edits ? markedText(shownEdits(hearing.edits)) : null;
}

/** One sentence, or two when something must be known besides. */
export function testSummary(
	evaluation: Evaluation,
	{ candidate, reference, remarks, twin }: TestMemo,
	judgement: Judgement,
): string {
	const twinRemarks = twin ? [twinSentence(twin)] : [];
	const role = reference.role === null ? '' : ` (${reference.role})`;
	const model = `model ${quoted(candidate.displayName)}`;
	// Trainings without a name of their own from the same base model are called the same.
	const isNamesake =
		candidate.displayName === reference.displayName && candidate.id !== reference.id;
	const other = `${isNamesake ? 'another model called ' : ''}${quoted(reference.displayName)}${role}`;
	if (judgement === null) {
		const listen = isInPortals(evaluation)
			? `Listen to it in ${EITHER_PORTAL}.`
			: `It has no project, and ${BOTH_PORTALS} let you listen only to tests in a project.`;
		const tested = candidate.id === reference.id ? model : `${model} and ${other}`;
		const done = `Test ${quoted(evaluation.displayName)} of ${tested} is finished.`;
		return [done, listen, ...twinRemarks].join(' ');
	}
	const beginnings: Record<Verdict, string> = {
		better: `Model ${quoted(candidate.displayName)} is better than ${other}.`,
		notBetter: `Model ${quoted(candidate.displayName)} is not better than ${other}.`,
		inconclusive: `The test does not show whether ${model} is better than ${other}.`,
	};
	return [beginnings[judgement.verdict], judgement.why, ...remarks, ...twinRemarks].join(' ');
}
