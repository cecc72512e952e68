import type { ExpirationState } from '../../shared/speech/expiry';

/** How each state is told: by a word and a colour, never by the colour alone. Text on its ground has a contrast of at least 4.5. */
export const STATE_LOOKS: Record<
	ExpirationState,
	{ word: string; text: string; ground: string; bar: string }
> = {
	expired: { word: 'Expired', text: '#8f1d14', ground: '#fbe9e7', bar: '#b42318' },
	expiring: { word: 'Expiring', text: '#6b4300', ground: '#fdf3dc', bar: '#c77d0a' },
	unknown: { word: 'Unknown', text: '#4a5c61', ground: '#eef2f3', bar: '#7d8f94' },
	valid: { word: 'Usable', text: '#14713d', ground: '#e4f3e8', bar: '#2f8f56' },
};
