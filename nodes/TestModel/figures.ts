import {
	EVALUATION_FIGURES,
	type Evaluation,
	type EvaluationFigure,
} from '../shared/speech/entities';

/** What a test says of one model; null for what it does not say. Rates are fractions. */
export type Figures = Record<EvaluationFigure, number | null>;

/** Which of the two models of a test: the reference comes first. */
export const REFERENCE = 1;
export const CANDIDATE = 2;

/** The figures of one model. The service writes -1 for a figure it does not have (yet), which reads as null. */
export function figuresOf({ properties = {} }: Evaluation, which: 1 | 2): Figures {
	const entries = EVALUATION_FIGURES.map((name) => {
		const value: unknown = properties[`${name}${which}`];
		const isFigure = typeof value === 'number' && Number.isFinite(value) && value >= 0;
		return [name, isFigure ? value : null];
	});
	return Object.fromEntries(entries) as Figures;
}
