import {
	EVALUATION_FIGURES,
	TOKEN_ERROR_GROUPS,
	type Evaluation,
	type EvaluationFigure,
	type TokenErrorGroup,
} from './entities';
import { jobState } from './status';

/** Which of the two models of a test: the reference comes first. */
export const REFERENCE = 1;
export const CANDIDATE = 2;

/** What a test says of one model; null for what it does not say. Rates are fractions. */
export type Figures = Record<EvaluationFigure, number | null>;

/** Edits of the displayed text by what they are about; null for a group that is not told. */
export type TokenErrors = Record<TokenErrorGroup, number | null>;

/** The figures of one model. The service writes -1 for a figure it does not have (yet), which reads as null. */
export function figuresOf({ properties }: Evaluation, which: 1 | 2): Figures {
	const entries = EVALUATION_FIGURES.map((name) => [name, figure(properties?.[`${name}${which}`])]);
	return Object.fromEntries(entries) as Figures;
}

/**
 * The token errors of one model, counted by group; null when none are told. The service's percentages are left out:
 * in one official example they are a fraction here and a percentage there.
 */
function tokenErrorsOf({ properties }: Evaluation, which: 1 | 2): TokenErrors | null {
	const reported = properties?.[`tokenErrors${which}`];
	const entries = TOKEN_ERROR_GROUPS.map((group) => [
		group,
		figure(reported?.[group]?.numberOfEdits),
	]);
	if (entries.every(([, count]) => count === null)) return null;
	return Object.fromEntries(entries) as TokenErrors;
}

/** All that a test says of one model once it has succeeded; before that it has no result, whatever stands there. */
export function figuresAtEnd(evaluation: Evaluation, which: 1 | 2) {
	const { properties } = evaluation;
	const isDone = jobState(evaluation.status) === 'succeeded';
	const ended = { ...evaluation, properties: isDone ? properties : undefined };
	return { ...figuresOf(ended, which), tokenErrors: tokenErrorsOf(ended, which) };
}

/** A fraction as a percentage with at most one place: `6.5%`. */
export function percent(fraction: number): string {
	return `${Math.round(fraction * 1000) / 10}%`;
}

/** A number with at most two places. */
export function places(number: number): string {
	return String(Math.round(number * 100) / 100);
}

function figure(value: unknown): number | null {
	return typeof value === 'number' && Number.isFinite(value) && value >= 0 ? value : null;
}
