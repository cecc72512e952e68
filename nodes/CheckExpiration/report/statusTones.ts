import type { Tone } from '../../shared/report/tones';
import type { FindingStatus } from '../findingStatus';

/** How a status is painted: its word on a ground, and its bar. The word is always there: no status is told by color alone. */
interface StatusTones {
	word: Tone;
	bar: Tone;
}

const EXPIRED: StatusTones = {
	word: {
		name: 'expired',
		light: { color: '#8f1d14', background: '#fbe9e7' },
		dark: { color: '#ffb9b0', background: '#4f1a15' },
	},
	bar: {
		name: 'expired-bar',
		light: { background: '#b42318' },
		dark: { background: '#e8695e' },
	},
};
const EXPIRING: StatusTones = {
	word: {
		name: 'expiring',
		light: { color: '#6b4300', background: '#fdf3dc' },
		dark: { color: '#f7d08a', background: '#44320b' },
	},
	bar: {
		name: 'expiring-bar',
		light: { background: '#a86700' },
		dark: { background: '#d9962f' },
	},
};
const UNKNOWN: StatusTones = {
	word: {
		name: 'unknown',
		light: { color: '#4a5c61', background: '#eef2f3' },
		dark: { color: '#c9d5d9', background: '#2f3d41' },
	},
	bar: {
		name: 'unknown-bar',
		light: { background: '#66787d' },
		dark: { background: '#98aab0' },
	},
};
const VALID: StatusTones = {
	word: {
		name: 'valid',
		light: { color: '#14713d', background: '#e4f3e8' },
		dark: { color: '#a0e2ba', background: '#15391f' },
	},
	bar: {
		name: 'valid-bar',
		light: { background: '#27804b' },
		dark: { background: '#4fae74' },
	},
};
const IN_TRAINING: StatusTones = {
	word: {
		name: 'training',
		light: { color: '#0b4a7a', background: '#e3f0fa' },
		dark: { color: '#a9d6fa', background: '#12344d' },
	},
	bar: {
		name: 'training-bar',
		light: { background: '#2a70ab' },
		dark: { background: '#5fa8de' },
	},
};

/** Around a bar that has no end, since there is no date. */
export const FRAME: Tone = {
	name: 'frame',
	light: { 'border-color': '#66787d' },
	dark: { 'border-color': '#98aab0' },
};

/** A failed training looks like what has no date: it is not urgent. */
export const STATUS_TONES: Record<FindingStatus, StatusTones> = {
	expired: EXPIRED,
	expiring: EXPIRING,
	unknown: UNKNOWN,
	valid: VALID,
	inTraining: IN_TRAINING,
	trainingFailed: UNKNOWN,
};

/** Each tone once, for the styles of the page. */
export const EXPIRATION_TONES = [
	FRAME,
	...[EXPIRED, EXPIRING, UNKNOWN, VALID, IN_TRAINING].flatMap(({ word, bar }) => [word, bar]),
];
