import { grouped } from '../verdict/explainVerdict';
import { html, type SafeHtml } from '../../shared/report/html';
import { RULE_COLOUR } from '../../shared/report/page';
import type { Row } from './report';

// A number or a name that is broken apart cannot be read.
const NAME_CELL = `padding:4px 0;white-space:nowrap;border-top:1px solid ${RULE_COLOUR}`;
const CELL = `padding:4px 0 4px 6px;white-space:nowrap;border-top:1px solid ${RULE_COLOUR};text-align:right`;

/** The counts of both models as a table, with the change from one to the other. */
export function countTable(rows: Row[]): SafeHtml {
	const heads = ['Reference', 'Model', 'Change'].map(
		(name) =>
			html`<th style="padding:0 0 4px 6px;text-align:right;white-space:nowrap">${name}</th>`,
	);
	return html`<table style="width:100%;border-collapse:collapse;font-size:14px">
		<tr>
			<th></th>
			${heads}
		</tr>
		${rows.map(line)}
	</table>`;
}

function line({ name, reference, candidate }: Row): SafeHtml {
	const cells = [count(reference), count(candidate), change(reference, candidate)];
	return html`<tr>
		<td style="${NAME_CELL}">${name}</td>
		${cells.map((text) => html`<td style="${CELL}">${text}</td>`)}
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
