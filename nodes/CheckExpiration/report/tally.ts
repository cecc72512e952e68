import { html, type SafeHtml } from '../../shared/report/html';
import { painted, QUIET } from '../../shared/report/tones';
import type { ExpirationFinding } from '../checkExpiration';
import { findingStatus, STATUS_WORDS, type FindingStatus } from '../findingStatus';
import { STATUS_TONES } from './statusTones';

/** These are counted on every page, the others where there are some. */
const ALWAYS_COUNTED: FindingStatus[] = ['expired', 'expiring', 'valid'];
const HEAD = 'padding:8px 0 0;font-weight:normal;vertical-align:bottom';

/** How many there are of each status, as a table. */
export function tally(findings: ExpirationFinding[]): SafeHtml {
	if (findings.length === 0) return html``;
	const counts = (Object.keys(STATUS_WORDS) as FindingStatus[]).map((status) => ({
		status,
		count: findings.filter((one) => findingStatus(one) === status).length,
	}));
	// That nothing has expired is no alarm.
	const toneOf = (status: FindingStatus, count: number) =>
		STATUS_TONES[count > 0 ? status : 'unknown'].word;
	const shown = counts.filter(({ status, count }) => count > 0 || ALWAYS_COUNTED.includes(status));
	// Six words beside each other still fit a phone.
	const cell = `font-size:${shown.length > 4 ? 12 : 14}px;text-align:center;overflow-wrap:normal`;
	return html`<table style="width:100%;margin:0 0 16px;border-spacing:0;table-layout:fixed">
		<caption ${painted('padding:0 0 4px;text-align:left;font-size:14px', QUIET)}>
			Models and endpoints by status
		</caption>
		<tr>
			${shown.map(
				({ status, count }) =>
					html`<th scope="col" ${painted(`${HEAD};${cell}`, toneOf(status, count))}>
						${STATUS_WORDS[status]}
					</th>`,
			)}
		</tr>
		<tr>
			${shown.map(
				({ count, status }) =>
					html`<td ${painted(`padding:0 2px 8px;${cell}`, toneOf(status, count))}>
						<strong style="font-size:20px">${count}</strong>
					</td>`,
			)}
		</tr>
	</table>`;
}
