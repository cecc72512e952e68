import { percent } from '../../shared/speech/figures';
import { CANDIDATE_COLOUR, REFERENCE_COLOUR } from './colours';
import { html, type SafeHtml } from '../../shared/report/html';
import { QUIET_COLOUR } from '../../shared/report/page';
import type { Report, ReportedModel, Row } from './report';

/** Both models side by side: for each error rate a bar for each, the longer one as wide as the page. */
export function rateBars({ reference, candidate }: Report, rows: Row[]): SafeHtml {
	return html`<p style="margin:0 0 12px;color:${QUIET_COLOUR}">Lower is better.</p>
		${keyLine(REFERENCE_COLOUR, reference)} ${keyLine(CANDIDATE_COLOUR, candidate)}
		${rows.map(pairOfBars)}`;
}

function keyLine(colour: string, { name, role }: ReportedModel): SafeHtml {
	const added = role === null ? '' : html`<span style="color:${QUIET_COLOUR}">(${role})</span>`;
	return html`<p style="margin:0 0 4px">
		<span style="display:inline-block;width:12px;height:12px;background:${colour}"></span>
		${name} ${added}
	</p>`;
}

function pairOfBars({ name, reference, candidate }: Row): SafeHtml {
	const [before, after] = [reference ?? 0, candidate ?? 0];
	const longest = Math.max(before, after) || 1;
	return html`<h3 style="margin:16px 0 4px;font-size:15px">${name}</h3>
		${bar(before, longest, REFERENCE_COLOUR)} ${bar(after, longest, CANDIDATE_COLOUR)}`;
}

/** A table, because mail programs know no other way to put two things beside each other. */
function bar(rate: number, longest: number, colour: string): SafeHtml {
	const width = Math.round((rate / longest) * 1000) / 10;
	return html`<table role="presentation" style="width:100%;border-spacing:0;margin:0 0 4px">
		<tr>
			<td style="padding:0">
				<div style="height:18px;background:#e6ecee">
					<div style="height:18px;width:${width}%;background:${colour}"></div>
				</div>
			</td>
			<td style="padding:0 0 0 8px;width:72px;text-align:right;white-space:nowrap">
				${percent(rate)}
			</td>
		</tr>
	</table>`;
}
