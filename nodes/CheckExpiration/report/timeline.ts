import { DateTime } from 'luxon';

import { toMillis, toUtcIso, utcDay } from '../../shared/speech/dates';
import { html, type SafeHtml } from '../../shared/report/html';
import { MARK, painted, QUIET, RULE, TRACK } from '../../shared/report/tones';
import type { ExpirationFinding } from '../checkExpiration';
import { findingStatus, STATUS_WORDS } from '../findingStatus';
import { FRAME, STATUS_TONES } from './statusTones';

const DAY_MS = 86_400_000;
/** A line shorter than this would say little. */
const LEAST_SPAN_MS = 365 * DAY_MS;
/** A far last day must not press all others together. */
const MOST_SPAN_MS = 5 * LEAST_SPAN_MS;
/** How much of the past is shown at least, for what has expired. */
const PAST_SHARE = 0.15;
const TABLE = 'width:100%;border-spacing:0;table-layout:fixed';
/** What is drawn is as high as this, the line of today a little higher. */
const BAR = 'height:14px;line-height:14px;font-size:0';

/** The stretch of time all bars of a report share, in milliseconds since the epoch: whole years, so that each has its name. */
export interface Span {
	from: number;
	now: number;
	to: number;
}

/** The years from a little before now to the last of all expiration dates, five years ahead at most. */
export function spanOf(findings: ExpirationFinding[], now: number): Span {
	const longest = findings.reduce(
		(span, { expiry }) => Math.max(span, (toMillis(expiry.expiresAt) ?? now) - now),
		LEAST_SPAN_MS,
	);
	const future = Math.min(longest, MOST_SPAN_MS);
	const [first, last] = [yearOf(now - future * PAST_SHARE), yearOf(now + future)];
	return { from: startOf(first), now, to: startOf(last + 1) };
}

/**
 * The years and today, above the bars. It is made of tables, as mail programs drop drawings; both columns are as wide as
 * those of each bar.
 */
export function axis(span: Span): SafeHtml {
	const first = yearOf(span.from);
	const years = Array.from({ length: yearOf(span.to) - first }, (_, index) => first + index);
	const label = `Timeline of the years ${first} to ${years[years.length - 1]}; today is ${utcDay(toUtcIso(span.now))}`;
	const edge = 'border:0 solid;border-left-width:1px;padding:0 0 0 3px;font-size:13px';
	return picture(
		label,
		html`<table role="presentation" style="${TABLE}">
				<tr>
					<td style="width:${x(span.now, span)}%;padding:0"></td>
					<td ${painted('padding:0 3px;font-size:13px;border:0 solid;border-left-width:2px', MARK)}>
						<b>Today</b>
					</td>
				</tr>
			</table>
			<table role="presentation" style="${TABLE}">
				<tr>
					${years.map(
						(year) =>
							html`<td ${painted(`width:${share(year, span)}%;${edge}`, QUIET, RULE)}>${year}</td>`,
					)}
				</tr>
			</table>`,
	);
}

/** One bar up to the expiration date, with the line of today; what has none yet is an empty frame. */
export function bar(finding: ExpirationFinding, span: Span): SafeHtml {
	const { expiry } = finding;
	const status = findingStatus(finding);
	const word = STATUS_WORDS[status];
	const lastDay = toMillis(expiry.expiresAt);
	const label = lastDay === null ? word : `${word}: ${utcDay(expiry.expiresAt)}`;
	const today = x(span.now, span);
	// A date before the drawn stretch still shows as a mark at its edge.
	const end = Math.max(0.5, x(lastDay ?? span.to, span));
	const isOpen = lastDay === null && status !== 'valid';
	const piece = (part: number) => (isOpen ? frame() : stripe(finding, part));
	return picture(
		label,
		html`<table role="presentation" style="${TABLE}">
			<tr>
				<td style="width:${today}%;padding:3px 1px 3px 0">
					${piece(percentOf(Math.min(end, today), today))}
				</td>
				<td ${painted('padding:3px 0 3px 1px;border:0 solid;border-left-width:2px', MARK)}>
					${piece(percentOf(Math.max(0, end - today), 100 - today))}
				</td>
			</tr>
		</table>`,
	);
}

/** A part of a bar that is filled to a share of its width. */
function stripe(finding: ExpirationFinding, width: number): SafeHtml {
	const { bar: tone } = STATUS_TONES[findingStatus(finding)];
	const fill = width > 0 ? html`<div ${painted(`${BAR};width:${width}%`, tone)}></div>` : '';
	return html`<div ${painted(BAR, TRACK)}>${fill}</div>`;
}

/** A part of a bar that has no end. */
function frame(): SafeHtml {
	return html`<div
		${painted('height:12px;line-height:12px;font-size:0;border:1px dashed', FRAME)}
	></div>`;
}

/** The text beside it says the same, and so does this to who cannot see it. */
function picture(label: string, content: SafeHtml): SafeHtml {
	return html`<div role="img" aria-label="${label}">${content}</div>`;
}

function yearOf(millis: number): number {
	return DateTime.fromMillis(millis, { zone: 'utc' }).year;
}

function startOf(year: number): number {
	return DateTime.utc(year).toMillis();
}

/** How much of the width a year has, in percent. */
function share(year: number, { from, to }: Span): number {
	return percentOf(startOf(year + 1) - startOf(year), to - from);
}

/** Where a moment is, in percent of the width. */
function x(millis: number, { from, to }: Span): number {
	return percentOf(Math.min(Math.max(millis, from), to) - from, to - from);
}

function percentOf(part: number, whole: number): number {
	return whole === 0 ? 0 : Math.round((part / whole) * 1_000) / 10;
}
