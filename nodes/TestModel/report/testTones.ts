import type { Tone } from '../../shared/report/tones';
import type { Verdict } from '../verdict/compareModels';

/** Bars of the two models; the name of the model is beside each. */
export const REFERENCE_BAR: Tone = {
	name: 'reference-bar',
	light: { background: '#66787d' },
	dark: { background: '#98aab0' },
};
export const CANDIDATE_BAR: Tone = {
	name: 'model-bar',
	light: { background: '#0f5c66' },
	dark: { background: '#4fb3c0' },
};

/** The box of the verdict, and its word in it. */
export const VERDICT_TONES: Record<Verdict, { box: Tone; word: Tone }> = {
	better: {
		box: {
			name: 'better',
			light: { color: '#1c2b2e', background: '#e4f3e8', 'border-color': '#14713d' },
			dark: { color: '#e3ecee', background: '#15391f', 'border-color': '#4fae74' },
		},
		word: { name: 'better-word', light: { color: '#14713d' }, dark: { color: '#a0e2ba' } },
	},
	notBetter: {
		box: {
			name: 'not-better',
			light: { color: '#1c2b2e', background: '#fbe9e7', 'border-color': '#b42318' },
			dark: { color: '#e3ecee', background: '#4f1a15', 'border-color': '#e8695e' },
		},
		word: { name: 'not-better-word', light: { color: '#a51f15' }, dark: { color: '#ffb9b0' } },
	},
	inconclusive: {
		box: {
			name: 'inconclusive',
			light: { color: '#1c2b2e', background: '#fdf3dc', 'border-color': '#855600' },
			dark: { color: '#e3ecee', background: '#44320b', 'border-color': '#d9962f' },
		},
		word: { name: 'inconclusive-word', light: { color: '#855600' }, dark: { color: '#f7d08a' } },
	},
};

/** Errors in a transcript. A line through, a line below or bold type says the same as the color. */
export const DELETION: Tone = {
	name: 'deletion',
	light: { color: '#8f1d14', background: '#fbdcd9' },
	dark: { color: '#ffb9b0', background: '#4f1a15' },
};
export const INSERTION: Tone = {
	name: 'insertion',
	light: { color: '#0b4a7a', background: '#d9ecfb' },
	dark: { color: '#a9d6fa', background: '#12344d' },
};
export const SUBSTITUTION: Tone = {
	name: 'substitution',
	light: { color: '#6b4300', background: '#fdeac2' },
	dark: { color: '#f7d08a', background: '#44320b' },
};

/** Each tone once, for the styles of the page. */
export const TEST_TONES = [
	REFERENCE_BAR,
	CANDIDATE_BAR,
	...Object.values(VERDICT_TONES).flatMap(({ box, word }) => [box, word]),
	DELETION,
	INSERTION,
	SUBSTITUTION,
];
