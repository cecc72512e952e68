import { figuresOf } from '../../../nodes/shared/speech/figures';
import type { Report } from '../../../nodes/TestModel/report/report';
import { hearingOf } from '../../../nodes/TestModel/utterances/parseScore';
import type { Utterance } from '../../../nodes/TestModel/utterances/worstUtterances';
import { evaluation } from '../entities';

/** A recording as both models heard it. */
export function utterance(said: string, before: string, after: string, audio = 'call-17.wav') {
	return {
		audio,
		said,
		reference: hearingOf(said, before, null),
		candidate: hearingOf(said, after, null),
	} satisfies Utterance;
}

/** A report on a model that is better. */
export function report(changes: Partial<Report> = {}): Report {
	const test = evaluation({
		properties: {
			wordErrorRate1: 0.118,
			wordErrorRate2: 0.0642,
			sentenceErrorRate1: 0.41,
			sentenceErrorRate2: 0.274,
			wordCount1: 12_345,
			wordCount2: 12_345,
			wordInsertionCount1: 301,
			wordInsertionCount2: 118,
			wordDeletionCount1: 344,
			wordDeletionCount2: 202,
			wordSubstitutionCount1: 812,
			wordSubstitutionCount2: 473,
		},
	});
	return {
		testName: 'Retail en-US (base 20260912) against Retail en-US',
		evaluationId: '1b2c3d4e-0000-4000-8000-000000000001',
		day: '2026-11-01',
		locale: 'en-US',
		datasetName: 'Calls of October',
		verdict: {
			verdict: 'better',
			why: 'Its word error rate is 6.4% instead of 11.8%, 5.38 points (45.6%) less, on 12,345 words.',
		},
		remarks: [],
		reference: {
			name: 'Retail en-US',
			role: "used by endpoint 'Retail live'",
			figures: figuresOf(test, 1),
		},
		candidate: { name: 'Retail en-US (base 20260912)', role: null, figures: figuresOf(test, 2) },
		utterances: [
			utterance(
				'I would like to return my order of the Contoso kettle',
				'i would like to return my odor of the contour settle',
				'i would like to return order of the contoso um kettle',
			),
		],
		...changes,
	};
}
