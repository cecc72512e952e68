import { DateTime } from 'luxon';

import { toMillis, utcDay } from '../../shared/speech/dates';
import { html, type SafeHtml } from '../../shared/report/html';
import { QUIET_COLOUR, RULE_COLOUR } from '../../shared/report/page';
import type { ExpirationFinding } from '../checkExpiration';
import { STATE_LOOKS } from './stateLooks';

const BAR_HEIGHT = 14;
const AXIS_HEIGHT = 20;
const DAY_MS = 86_400_000;
/** A line shorter than this would say little. */
const LEAST_SPAN_MS = 365 * DAY_MS;
/** A far last day must not press all others together. */
const MOST_SPAN_MS = 5 * LEAST_SPAN_MS;
/** How much of the past is shown, for what has expired. */
const PAST_SHARE = 0.15;

/** The stretch of time all bars of a report share, in milliseconds since the epoch. */
export interface Span {
	from: number;
	now: number;
	to: number;
}

/** A stretch from a little before now to the last of all last days, of five years at most. */
export function spanOf(findings: ExpirationFinding[], now: number): Span {
	const longest = findings.reduce(
		(span, { expiry }) => Math.max(span, (toMillis(expiry.expiresAt) ?? now) - now),
		LEAST_SPAN_MS,
	);
	const future = Math.min(longest, MOST_SPAN_MS);
	return { from: now - future * PAST_SHARE, now, to: now + future };
}

/** The years and today, above the bars. */
export function axis(span: Span): SafeHtml {
	const { year } = DateTime.fromMillis(span.from, { zone: 'utc' });
	const last = DateTime.fromMillis(span.to, { zone: 'utc' }).year;
	const years = Array.from({ length: last - year }, (_, index) => year + 1 + index);
	return drawing(
		AXIS_HEIGHT,
		'Years, and today',
		html`${years.map((each) => yearMark(each, span))}
			<text
				x="${x(span.now, span)}%"
				dx="4"
				y="14"
				font-size="13"
				font-weight="bold"
				fill="#1c2b2e"
			>
				today
			</text>
			${todayLine(span, AXIS_HEIGHT)}`,
	);
}

/** One bar up to the last day, with the line of today. */
export function bar({ expiry }: ExpirationFinding, span: Span): SafeHtml {
	const { word, bar: colour } = STATE_LOOKS[expiry.state];
	const lastDay = toMillis(expiry.expiresAt);
	const label =
		lastDay === null ? `${word}, no expiration date` : `${word} until ${utcDay(expiry.expiresAt)}`;
	const isUnknown = lastDay === null && expiry.state === 'unknown';
	// A last day before the drawn stretch still shows as a mark at its edge.
	const width = Math.max(0.5, x(lastDay ?? span.to, span));
	const ground = html`<rect width="100%" height="${BAR_HEIGHT}" fill="#eef2f3" />`;
	const filled = isUnknown
		? html`<rect
				x="1"
				y="1"
				width="99.6%"
				height="${BAR_HEIGHT - 2}"
				fill="none"
				stroke="${colour}"
				stroke-dasharray="4 4"
			/>`
		: html`<rect width="${width}%" height="${BAR_HEIGHT}" fill="${colour}" />`;
	return drawing(BAR_HEIGHT, label, html`${ground} ${filled} ${todayLine(span, BAR_HEIGHT)}`);
}

function drawing(height: number, label: string, content: SafeHtml): SafeHtml {
	return html`<svg
		width="100%"
		height="${height}"
		role="img"
		aria-label="${label}"
		style="display:block"
	>
		${content}
	</svg>`;
}

function yearMark(year: number, span: Span): SafeHtml {
	const at = x(DateTime.utc(year).toMillis(), span);
	// Beside 'today' and at the right edge there is no room for a word.
	const isClose = Math.abs(at - x(span.now, span)) < 15 || at > 88;
	return html`<line x1="${at}%" y1="0" x2="${at}%" y2="${AXIS_HEIGHT}" stroke="${RULE_COLOUR}" />
		${isClose
			? ''
			: html`<text x="${at}%" dx="4" y="14" font-size="13" fill="${QUIET_COLOUR}">${year}</text>`}`;
}

function todayLine(span: Span, height: number): SafeHtml {
	const at = x(span.now, span);
	return html`<line
		x1="${at}%"
		y1="0"
		x2="${at}%"
		y2="${height}"
		stroke="#1c2b2e"
		stroke-width="2"
	/>`;
}

/** Where a moment stands, in percent of the width. */
function x(millis: number, { from, to }: Span): number {
	const share = (millis - from) / (to - from);
	return Math.round(Math.min(1, Math.max(0, share)) * 1_000) / 10;
}
