import type { Metric, Verdict } from '../verdict/compareModels';
import { METRIC_NAMES } from '../verdict/explainVerdict';
import type { Figures } from '../../shared/speech/figures';
import { counted } from '../../shared/speech/text';
import type { Utterance } from '../utterances/worstUtterances';

/** All a report tells, before it has a form. Names are clean and short. */
export interface Report {
	testName: string;
	evaluationId: string;
	/** Day of the test in UTC, such as `2026-11-01`; null when not known. */
	day: string | null;
	locale: string;
	datasetName: string;
	/** Null for an inspection, which has none. */
	verdict: { verdict: Verdict; why: string } | null;
	/** What a reader must know besides, such as a fallback; whole sentences. */
	remarks: string[];
	reference: ReportedModel;
	candidate: ReportedModel;
	utterances: Utterance[];
}

export interface ReportedModel {
	name: string;
	/** What it is here, such as `served by endpoint 'Retail live'`; null when there is nothing to add. */
	role: string | null;
	figures: Figures;
}

export const VERDICT_WORDS: Record<Verdict, string> = {
	better: 'Better',
	notBetter: 'Not better',
	inconclusive: 'Inconclusive',
};

/** One figure of both models. */
export interface Row {
	name: string;
	reference: number | null;
	candidate: number | null;
}

/** Heads the recordings, worst first. */
export const WORST_HEADING = 'Recordings with the most errors';

/** What a report is, as its heading and in the tab: `Test report: Retail en-US on Calls of October`. */
export function titleOf({ candidate, datasetName }: Report): string {
	return `Test report: ${candidate.name}${datasetName && ` on ${datasetName}`}`;
}

/** The line above the heading: `en-US`, `tested on 2026-11-01 (UTC)`. */
export function factsOf({ locale, day }: Report): string[] {
	return [locale, ...(day === null ? [] : [`Tested on ${day} (UTC)`])].filter(Boolean);
}

/** In place of the recordings that found no room. */
export function roomNote(left: number): string {
	return `${counted(left, 'more recording')} not shown here, to keep the report short. 'test.utterances' contains all of them.`;
}

/** The error rates both models have, as fractions. */
export function rateRows(report: Report): Row[] {
	const metrics = Object.entries(METRIC_NAMES) as Array<[Metric, string]>;
	return metrics
		.map(([metric, name]) => row(report, metric, name))
		.filter(({ reference, candidate }) => reference !== null && candidate !== null);
}

/** The counts of words and of each kind of error. */
export function countRows(report: Report): Row[] {
	return [
		row(report, 'wordCount', 'words'),
		row(report, 'wordInsertionCount', 'insertions'),
		row(report, 'wordDeletionCount', 'deletions'),
		row(report, 'wordSubstitutionCount', 'substitutions'),
	];
}

function row({ reference, candidate }: Report, figure: keyof Figures, name: string): Row {
	return {
		name: name[0].toUpperCase() + name.slice(1),
		reference: reference.figures[figure],
		candidate: candidate.figures[figure],
	};
}
