import { percent } from '../../shared/speech/figures';
import { html, type SafeHtml } from '../../shared/report/html';
import { painted, QUIET, TRACK, type Tone } from '../../shared/report/tones';
import type { Report, ReportedModel, Row } from './report';
import { CANDIDATE_BAR, REFERENCE_BAR } from './testTones';

/** How the two models are called, in the key and beside each bar. */
const REFERENCE = 'Reference';
const MODEL = 'Model';

/** Both models below each other: for each error rate a bar for each, the longer one as wide as the page. */
export function rateBars({ reference, candidate }: Report, rows: Row[]): SafeHtml {
	return html`<p ${painted('margin:0 0 12px', QUIET)}>Lower is better.</p>
		${keyLine(REFERENCE, reference, REFERENCE_BAR)} ${keyLine(MODEL, candidate, CANDIDATE_BAR)}
		${rows.map(pairOfBars)}`;
}

function keyLine(which: string, { name, role }: ReportedModel, tone: Tone): SafeHtml {
	const added = role === null ? '' : html`<span ${painted('', QUIET)}>(<bdi>${role}</bdi>)</span>`;
	return html`<p style="margin:0 0 4px">
		<span ${painted('display:inline-block;width:12px;height:12px', tone)}></span>
		<strong>${which}:</strong> <bdi>${name}</bdi> ${added}
	</p>`;
}

function pairOfBars({ name, reference, candidate }: Row): SafeHtml {
	const [before, after] = [reference ?? 0, candidate ?? 0];
	const longest = Math.max(before, after) || 1;
	return html`<table style="width:100%;border-spacing:0;margin:16px 0 0">
		<caption style="padding:0 0 4px;text-align:left;font-size:15px;font-weight:bold">
			${name}
		</caption>
		${bar(REFERENCE, before, longest, REFERENCE_BAR)} ${bar(MODEL, after, longest, CANDIDATE_BAR)}
	</table>`;
}

/** The bar says nothing that the number does not say. */
function bar(which: string, rate: number, longest: number, tone: Tone): SafeHtml {
	const width = Math.round((rate / longest) * 1000) / 10;
	const thick = 'height:18px;line-height:18px;font-size:0';
	return html`<tr>
		<th
			scope="row"
			style="padding:0 8px 4px 0;width:1%;text-align:left;font-size:14px;font-weight:normal;white-space:nowrap"
		>
			${which}
		</th>
		<td style="padding:0 0 4px">
			<div ${painted(thick, TRACK)}>
				<div ${painted(`${thick};width:${width}%`, tone)}></div>
			</div>
		</td>
		<td style="padding:0 0 4px 8px;width:72px;text-align:right;white-space:nowrap">
			${percent(rate)}
		</td>
	</tr>`;
}
