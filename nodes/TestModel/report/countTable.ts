import { grouped } from '../verdict/explainVerdict';
import { html, type SafeHtml } from '../../shared/report/html';
import { painted, QUIET, RULE } from '../../shared/report/tones';
import type { Row } from './report';

// A number or a name that is broken apart cannot be read.
const LINE = 'white-space:nowrap;border:0 solid;border-top-width:1px';
const NAME_CELL = `padding:4px 0;text-align:left;font-weight:normal;${LINE}`;
const CELL = `padding:4px 0 4px 6px;text-align:right;${LINE}`;

/** The counts of both models as a table, with the change from one to the other. */
export function countTable(rows: Row[]): SafeHtml {
	const heads = ['Reference', 'Model', 'Change'].map(
		(name) =>
			html`<th scope="col" style="padding:0 0 4px 6px;text-align:right;white-space:nowrap">
				${name}
			</th>`,
	);
	return html`<table style="width:100%;border-spacing:0;font-size:14px">
		<caption ${painted('padding:0 0 4px;text-align:left', QUIET)}>
			Counts of both models
		</caption>
		<tr>
			<td></td>
			${heads}
		</tr>
		${rows.map(line)}
	</table>`;
}

function line({ name, reference, candidate }: Row): SafeHtml {
	const cells = [count(reference), count(candidate), change(reference, candidate)];
	return html`<tr>
		<th scope="row" ${painted(NAME_CELL, RULE)}>${name}</th>
		${cells.map((text) => html`<td ${painted(CELL, RULE)}>${text}</td>`)}
	</tr>`;
}

function count(value: number | null): string {
	return value === null ? '–' : grouped(value);
}

function change(before: number | null, after: number | null): string {
	if (before === null || after === null) return '–';
	const difference = after - before;
	return difference > 0 ? `+${grouped(difference)}` : grouped(difference);
}
