import { html, type SafeHtml } from './html';

/** What a part of a page is painted with. */
interface Paint {
	color?: string;
	background?: string;
	'border-color'?: string;
}

/**
 * Colors of a part of a page, on a light page and on a dark one. Text has a contrast of at least 4.5 with what it is on,
 * a mark of at least 3. `name` is a class in HTML.
 */
export interface Tone {
	name: string;
	light: Paint;
	dark: Paint;
}

export const PAGE: Tone = {
	name: 'page',
	light: { color: '#1c2b2e', background: '#eef2f3' },
	dark: { color: '#e3ecee', background: '#10181a' },
};
export const BOX: Tone = {
	name: 'box',
	light: { color: '#1c2b2e', background: '#ffffff', 'border-color': '#d5dee0' },
	dark: { color: '#e3ecee', background: '#1a2528', 'border-color': '#3a4a4e' },
};
/** Text that explains. */
export const QUIET: Tone = {
	name: 'quiet',
	light: { color: '#4a5c61' },
	dark: { color: '#aebfc4' },
};
/** A line that separates. */
export const RULE: Tone = {
	name: 'rule',
	light: { 'border-color': '#d5dee0' },
	dark: { 'border-color': '#3a4a4e' },
};
/** A line that says something, such as where today is. */
export const MARK: Tone = {
	name: 'mark',
	light: { 'border-color': '#1c2b2e' },
	dark: { 'border-color': '#e3ecee' },
};
/** What a bar runs on. */
export const TRACK: Tone = {
	name: 'track',
	light: { background: '#e6ecee' },
	dark: { background: '#2b393d' },
};

/** The tones every page has. */
export const PAGE_TONES = [PAGE, BOX, QUIET, RULE, MARK, TRACK];

/**
 * The attributes that give an element its colors: the light ones at the element, because many mail programs drop style
 * sheets, and a class for `darkStyles`.
 *
 * @param style What else belongs into its style.
 */
export function painted(style: string, ...tones: Tone[]): SafeHtml {
	const styles = [style, ...tones.map(({ light }) => css(light))].filter(Boolean);
	return html`class="${tones.map(({ name }) => name).join(' ')}" style="${styles.join(';')}"`;
}

/** The rules that turn these tones dark, each stronger than what is at the element. */
export function darkStyles(tones: Tone[]): string {
	return tones.map(({ name, dark }) => `.${name}{${css(dark, '!important')}}`).join('');
}

function css(paint: Paint, weight = ''): string {
	return Object.entries(paint)
		.map(([property, value]) => `${property}:${value}${weight}`)
		.join(';');
}
