import type { Verdict } from '../verdict/compareModels';

/** Bars of the two models. */
export const REFERENCE_COLOUR = '#7d8f94';
export const CANDIDATE_COLOUR = '#0f5c66';
/** Text on its ground has a contrast of at least 4.5. */
export const VERDICT_COLOURS: Record<Verdict, { edge: string; ground: string }> = {
	better: { edge: '#14713d', ground: '#e4f3e8' },
	notBetter: { edge: '#b42318', ground: '#fbe9e7' },
	inconclusive: { edge: '#855600', ground: '#fdf3dc' },
};
